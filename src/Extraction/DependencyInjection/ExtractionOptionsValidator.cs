using Microsoft.Extensions.Options;

namespace Extraction;

/// <summary>Checks options by hand, without reflection.</summary>
internal sealed class ExtractionOptionsValidator : IValidateOptions<ExtractionOptions>
{
    public ValidateOptionsResult Validate(string? name, ExtractionOptions options) =>
        options.MaxTextLength < 1
            ? ValidateOptionsResult.Fail($"{nameof(ExtractionOptions)}.{nameof(ExtractionOptions.MaxTextLength)} is {options.MaxTextLength}; it must be at least 1.")
            : ValidateOptionsResult.Success;
}
