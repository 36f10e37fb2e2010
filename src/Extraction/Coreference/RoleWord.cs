namespace Extraction;

/// <summary>A noun that says what a person is: 'secretary', 'spokeswoman', 'brother'.</summary>
/// <param name="Noun"><see cref="TextHash.Lower"/> of the noun in full: of 'senator' for 'Sen.'.</param>
/// <param name="Gender">The gender it tells.</param>
/// <param name="IsRole">An office or trade that may stand as a role; false for kin and passing states ('brother', 'suspect').</param>
/// <param name="IsAbbreviation">Written short: 'Sen.', 'PM'.</param>
internal readonly record struct RoleWord(ulong Noun, Gender Gender, bool IsRole, bool IsAbbreviation);
