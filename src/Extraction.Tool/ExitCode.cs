namespace Extraction.Tool;

/// <summary>Exit codes of the contract.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    public const int SomeFailed = 1;

    public const int WrongCall = 2;
}
