using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Extraction;

/// <summary>
/// The exponential function of eight numbers at once, out of sums and products alone: the same bits on every machine and run time, which the C library's does not promise.
/// Range reduction by powers of two and a polynomial of degree six (Cephes, expf); relative error below 2e-7.
/// </summary>
internal static class VectorExp
{
    private const float Log2E = 1.44269504088896341f;

    // The logarithm of two in two parts, so that the product with a whole number is exact.
    private const float HighLog2 = 0.693359375f;
    private const float LowLog2 = -2.12194440e-4f;

    /// <summary>e to the power of numbers from -87 to 88.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Of(Vector256<float> x)
    {
        Vector256<float> whole = Vector256.Floor((x * Log2E) + Vector256.Create(0.5f));
        x -= whole * HighLog2;
        x -= whole * LowLog2;
        Vector256<float> y = (x * 1.9875691500e-4f) + Vector256.Create(1.3981999507e-3f);
        y = (y * x) + Vector256.Create(8.3334519073e-3f);
        y = (y * x) + Vector256.Create(4.1665795894e-2f);
        y = (y * x) + Vector256.Create(1.6666665459e-1f);
        y = (y * x) + Vector256.Create(5.0000001201e-1f);
        y = (y * x * x) + x + Vector256.Create(1f);
        Vector256<int> power = Vector256.ShiftLeft(Vector256.ConvertToInt32(whole) + Vector256.Create(127), 23);
        return y * power.AsSingle();
    }
}
