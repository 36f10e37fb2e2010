namespace Extraction;

/// <summary>What the words before a stamp say it is.</summary>
internal enum TimestampRole : byte
{
    /// <summary>No label: <c>February 25, 2022 / 07:17 AM IST</c>.</summary>
    None,

    /// <summary><c>Published</c>, <c>Posted on</c>, <c>Filed:</c>, <c>Date:</c>.</summary>
    Published,

    /// <summary><c>first published:</c>, <c>First posted</c>; on a page that also shows an unlabelled time, the latter is the update.</summary>
    FirstPublished,

    /// <summary><c>Updated</c>, <c>Last modified on</c>, <c>Last update</c>.</summary>
    Updated,

    /// <summary>The <c> date 2022-02-25 English</c> header that scrapers put before the article.</summary>
    Header,

    /// <summary>A year beside a copyright sign.</summary>
    Copyright,
}
