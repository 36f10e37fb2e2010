namespace Extraction;

/// <summary>A pipeline cannot be built from the stages it was given; the message names stage, need and remedy.</summary>
public sealed class PipelineCompositionException : InvalidOperationException
{
    /// <summary>Without a message.</summary>
    public PipelineCompositionException()
    {
    }

    /// <summary>With a message.</summary>
    public PipelineCompositionException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and a cause.</summary>
    public PipelineCompositionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
