using System.Runtime.CompilerServices;

namespace Extraction;

/// <summary>Hashes of model features: a template's number with one, two or three values, mixed so that every bit is usable by <see cref="LinearChainModel"/>.</summary>
internal static class FeatureHash
{
    private const ulong TemplateMultiplier = 0x9E3779B97F4A7C15;
    private const ulong Multiplier = 0xD6E8FEB86659FD93;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(int template, ulong value) => Mix(value ^ ((ulong)(uint)(template + 1) * TemplateMultiplier));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(int template, ulong first, ulong second) => Mix(Of(template, first) + (second * TemplateMultiplier));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(int template, ulong first, ulong second, ulong third) => Mix(Of(template, first, second) + (third * TemplateMultiplier));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong h)
    {
        h ^= h >> 32;
        h *= Multiplier;
        h ^= h >> 29;
        h *= Multiplier;
        return h ^ (h >> 32);
    }
}
