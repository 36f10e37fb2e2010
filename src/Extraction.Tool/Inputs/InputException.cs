namespace Extraction.Tool;

/// <summary>An article that cannot be read, with what its error line says.</summary>
internal sealed class InputException : Exception
{
    public InputException(string code, string message, string? id)
        : base(message)
    {
        Code = code;
        Id = id;
    }

    public string Code { get; }

    public string? Id { get; }
}
