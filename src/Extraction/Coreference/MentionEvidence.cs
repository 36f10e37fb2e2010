namespace Extraction;

/// <summary>What stands around a mention.</summary>
/// <param name="Gender">What an honorific before it tells.</param>
/// <param name="Bracketed">It stands alone in brackets right after the mention before it, or that mention in brackets after it.</param>
/// <param name="Titled">An honorific stands before it: a single name after it is a family name.</param>
internal readonly record struct MentionEvidence(Gender Gender, bool Bracketed, bool Titled);

/// <summary>A role beside a name.</summary>
/// <param name="Mention">The name's mention.</param>
/// <param name="Span">The role as written, without article.</param>
/// <param name="Noun">The noun it turns on, in full.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index after its last token.</param>
/// <param name="IsRole">False for kin and passing states, which tell the gender alone.</param>
internal readonly record struct RoleSpan(int Mention, TextSpan Span, ulong Noun, int FirstToken, int EndToken, bool IsRole);

/// <summary>What speaks for a person's gender, in votes.</summary>
internal record struct GenderScore(int Male, int Female)
{
    public void Add(Gender gender, int votes)
    {
        Male += gender == Gender.Male ? votes : 0;
        Female += gender == Gender.Female ? votes : 0;
    }

    /// <summary>The gender with a clear majority.</summary>
    public readonly Gender Decide() =>
        Male >= 2 && Male >= 2 * Female ? Gender.Male
        : Female >= 2 && Female >= 2 * Male ? Gender.Female
        : Gender.Unknown;
}
