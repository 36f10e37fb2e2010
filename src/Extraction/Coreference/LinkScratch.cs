using System.Runtime.InteropServices;

namespace Extraction;

/// <summary>Memory of one linking run, reused from run to run.</summary>
internal sealed class LinkScratch
{
    /// <summary>Text and mentions of the run.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The text's tokens; empty where only mention strings are known.</summary>
    public TokenList Tokens { get; private set; } = new();

    /// <summary>Tokens that open a sentence; roles do not reach over them.</summary>
    public List<bool> Opens { get; } = [];

    /// <summary>The mention that each token belongs to, or -1.</summary>
    public List<int> MentionAt { get; } = [];

    /// <summary>Roles found beside names.</summary>
    public List<RoleSpan> Roles { get; } = [];

    /// <summary>The gender that each of <see cref="Roles"/> tells.</summary>
    public List<Gender> RoleGenders { get; } = [];

    /// <summary>Role phrases found to stand for a person.</summary>
    public List<(TextSpan Span, int Entity, int FirstToken, int EndToken)> Titles { get; } = [];

    /// <summary>What tells each entity's gender.</summary>
    public List<GenderScore> Genders { get; } = [];

    /// <summary>Mentions in text order.</summary>
    public List<Mention> Mentions { get; } = [];

    /// <summary>The words of all forms.</summary>
    public List<NameWord> Words { get; } = [];

    /// <summary>The distinct names.</summary>
    public List<NameForm> Forms { get; } = [];

    /// <summary>The form of each mention.</summary>
    public List<int> FormOf { get; } = [];

    /// <summary>The form that stands for the entity of each mention.</summary>
    public List<int> RootOf { get; } = [];

    /// <summary>What stands before each mention: the gender an honorific tells.</summary>
    public List<MentionEvidence> Evidence { get; } = [];

    /// <summary>Readings that gave way: from form, to form.</summary>
    public List<(int From, int To)> Moves { get; } = [];

    /// <summary>Last words of people's full names.</summary>
    public KeyNumbers FamilyNames { get; } = new();

    /// <summary>First words and initials of organisations.</summary>
    public KeyNumbers OrganizationWords { get; } = new();

    /// <summary>Forms by class and key.</summary>
    public KeyNumbers FormByKey { get; } = new();

    /// <summary>Forms by word: postings of <see cref="WordIndex"/>.</summary>
    public WordIndex People { get; } = new();

    /// <summary>Forms by word, by initials.</summary>
    public WordIndex Things { get; } = new();

    /// <summary>Forms by near spelling.</summary>
    public WordIndex Near { get; } = new();

    /// <summary><see cref="Near"/> has been filled in this run.</summary>
    public bool NearIsFull { get; set; }

    /// <summary>First mention of each entity, in order.</summary>
    public List<int> Order { get; } = [];

    /// <summary>Number of mentions of each entity.</summary>
    public List<int> Counts { get; } = [];

    /// <summary>The mention with the fullest name of each entity.</summary>
    public List<int> NameOf { get; } = [];

    /// <summary>Roles by noun and by initials.</summary>
    public WordIndex RoleIndex { get; } = new();

    /// <summary>The entity of each mention.</summary>
    public List<int> EntityOf { get; } = [];

    /// <summary>The entity of each form that stands for a group.</summary>
    public Dictionary<int, int> EntityByRoot { get; } = [];

    public Span<NameForm> FormSpan => CollectionsMarshal.AsSpan(Forms);

    public ReadOnlySpan<NameWord> WordSpan => CollectionsMarshal.AsSpan(Words);

    public void Start(string text, TokenList tokens)
    {
        Text = text;
        Tokens = tokens;
        MentionAt.Clear();
        Roles.Clear();
        RoleGenders.Clear();
        Titles.Clear();
        Genders.Clear();
        Mentions.Clear();
        Words.Clear();
        Forms.Clear();
        FormOf.Clear();
        RootOf.Clear();
        Evidence.Clear();
        Moves.Clear();
        FormByKey.Clear(expected: 0);
        People.Clear();
        Things.Clear();
        Near.Clear();
        NearIsFull = false;
        Opens.Clear();
        Order.Clear();
        NameOf.Clear();
        Counts.Clear();
    }

    public ReadOnlySpan<NameWord> WordsOf(in NameForm form) => WordSpan.Slice(form.FirstWord, form.WordCount);

    /// <summary>The words of a form that carry the name: of a person's without particles, of a thing's without function words and legal forms. As many as fit.</summary>
    public ReadOnlySpan<NameWord> CoresOf(int form, Span<NameWord> into)
    {
        int count = 0;
        foreach (ref readonly NameWord word in WordsOf(Forms[form]))
        {
            if (NameReader.IsCore(word, Forms[form].Class) && count < into.Length)
            {
                into[count++] = word;
            }
        }

        return into[..count];
    }

    /// <summary>The form that stands for the group of <paramref name="form"/>.</summary>
    public int Root(int form)
    {
        Span<NameForm> forms = FormSpan;
        while (forms[form].Parent != form)
        {
            forms[form].Parent = forms[forms[form].Parent].Parent;
            form = forms[form].Parent;
        }

        return form;
    }

    /// <summary>Joins two groups; the earlier form stands for both.</summary>
    public void Join(int first, int second)
    {
        int a = Root(first);
        int b = Root(second);
        if (a != b)
        {
            Span<NameForm> forms = FormSpan;
            forms[Math.Max(a, b)].Parent = Math.Min(a, b);
            forms[first].Joined = true;
            forms[second].Joined = true;
        }
    }
}
