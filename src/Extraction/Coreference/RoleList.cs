using System.Collections.Immutable;

namespace Extraction;

/// <summary>The roles of each entity as written, each once; a shorter one that a longer one says too is left out ('president' beside 'US president').</summary>
internal static class RoleList
{
    private const int MostRoles = 8;

    public static ImmutableArray<string>[] Gather(LinkScratch scratch, int entities)
    {
        var lists = new ImmutableArray<string>[entities];
        Array.Fill(lists, []);
        string text = scratch.Text;
        foreach (RoleSpan role in scratch.Roles)
        {
            if (!role.IsRole)
            {
                continue;
            }

            ref ImmutableArray<string> list = ref lists[scratch.EntityOf[role.Mention]];
            ReadOnlySpan<char> span = role.Span.In(text);
            int place = 0;
            bool known = false;
            for (; place < list.Length && !known; place++)
            {
                if (Says(list[place], span))
                {
                    known = true;
                }
                else if (Says(span, list[place]))
                {
                    list = list.SetItem(place, span.ToString());
                    known = true;
                }
            }

            if (!known && list.Length < MostRoles)
            {
                list = list.Add(span.ToString());
            }
        }

        return lists;
    }

    // The longer role ends or begins with the shorter one, at a word's edge, whatever the case.
    private static bool Says(ReadOnlySpan<char> longer, ReadOnlySpan<char> shorter)
    {
        if (shorter.Length > longer.Length)
        {
            return false;
        }

        return (longer.EndsWith(shorter, StringComparison.OrdinalIgnoreCase) && (longer.Length == shorter.Length || !char.IsLetterOrDigit(longer[^(shorter.Length + 1)])))
            || (longer.StartsWith(shorter, StringComparison.OrdinalIgnoreCase) && !char.IsLetterOrDigit(longer[shorter.Length]));
    }
}
