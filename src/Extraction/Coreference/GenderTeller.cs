using System.Runtime.InteropServices;

namespace Extraction;

/// <summary>Gathers what tells people's gender: honorifics, gendered roles, first names, the pronouns that follow.</summary>
internal static class GenderTeller
{
    private const int HonorificVotes = 12;
    private const int RoleVotes = 8;
    private const int FirstNameVotes = 6;
    private const int MostPronounVotes = 6;

    public static void Tell(LinkScratch scratch, LinkingLexicons lexicons, int entities)
    {
        CollectionsMarshal.SetCount(scratch.Genders, entities);
        Span<GenderScore> genders = CollectionsMarshal.AsSpan(scratch.Genders);
        genders.Clear();
        for (int m = 0; m < scratch.Mentions.Count; m++)
        {
            genders[scratch.EntityOf[m]].Add(scratch.Evidence[m].Gender, HonorificVotes);
        }

        for (int r = 0; r < scratch.Roles.Count; r++)
        {
            genders[scratch.EntityOf[scratch.Roles[r].Mention]].Add(scratch.RoleGenders[r], RoleVotes);
        }

        FirstNames(scratch, lexicons, genders);
        Pronouns(scratch, genders);
    }

    private static void FirstNames(LinkScratch scratch, LinkingLexicons lexicons, Span<GenderScore> genders)
    {
        Span<NameWord> room = stackalloc NameWord[24];
        ReadOnlySpan<NameForm> forms = scratch.FormSpan;
        for (int f = 0; f < forms.Length; f++)
        {
            if (forms[f].Class != NameClass.Person || forms[f].CoreCount < 2)
            {
                continue;
            }

            ReadOnlySpan<NameWord> words = scratch.CoresOf(f, room);

            // 'Kim Min-jae': the family name is no first name. 'Shadow Home Secretary Ana Lopes': an office taken into the name is passed over.
            int last = words.Length >= 4 ? words.Length - 2 : 0;
            for (int w = 0; w <= last; w++)
            {
                if (!words[w].Is(NameWordTraits.Initial) && !(lexicons.IsFamilyNameFirst(words[w].Hash) && words[w].Letters < 6) && lexicons.IsFirstName(words[w].Hash, out Gender gender))
                {
                    genders[scratch.EntityOf[forms[f].FirstMention]].Add(gender, FirstNameVotes);
                    break;
                }
            }
        }
    }

    // A pronoun votes for the only person of its sentence so far, or of the sentence before.
    private static void Pronouns(LinkScratch scratch, Span<GenderScore> genders)
    {
        TokenList tokens = scratch.Tokens;
        ReadOnlySpan<char> text = scratch.Text;
        int here = -1;
        bool several = false;
        int before = -1;
        int lastMention = -1;
        for (int t = 0; t < tokens.Count; t++)
        {
            Token token = tokens[t];
            if (token.Has(TokenFlags.ParagraphStart) || (token.Length == 1 && text[token.Start] is '.' or '!' or '?'))
            {
                before = several ? -1 : here >= 0 ? here : before;
                here = -1;
                several = false;
            }

            int m = scratch.MentionAt[t];
            if (m >= 0)
            {
                if (m != lastMention && scratch.Mentions[m].Type == EntityType.Person)
                {
                    int entity = scratch.EntityOf[m];
                    several |= here >= 0 && here != entity;
                    here = entity;
                }

                lastMention = m;
                continue;
            }

            Gender gender = token.Length > 7 ? Gender.Unknown : token.In(text) switch
            {
                "he" or "He" or "him" or "his" or "His" or "himself" => Gender.Male,
                "she" or "She" or "her" or "Her" or "herself" or "hers" => Gender.Female,
                _ => Gender.Unknown,
            };
            int whom = several ? -1 : here >= 0 ? here : before;
            if (gender != Gender.Unknown && whom >= 0 && genders[whom].Male + genders[whom].Female < HonorificVotes + MostPronounVotes)
            {
                genders[whom].Add(gender, 1);
            }
        }
    }
}
