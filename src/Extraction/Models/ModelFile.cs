using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace Extraction;

/// <summary>
/// A compiled lexicon or model: numbered sections of bytes in one versioned file, read whole, once. Readers ask for the sections they know, so old readers survive new sections.
/// Layout, little-endian: "EXTM", format version (int32), compression (int32: 0 none, 1 Brotli), unpacked length of the body (int32), then the body: number of sections (int32),
/// for each section id (int32) and length (int32), then the sections, each aligned to 8 bytes. Section 0 is the header: UTF-8 JSON with name, version, corpora and dev scores.
/// </summary>
internal sealed unsafe class ModelFile
{
    public const int HeaderSection = 0;
    private const uint Magic = 0x4D545845; // "EXTM"
    private const int FormatVersion = 1;

    // An embedded file that is not compressed is read where the loader has mapped it: no copy, and no page that nobody asks for.
    private readonly byte* _mapped;
    private readonly int _length;
    private readonly byte[]? _body;
    private readonly Dictionary<int, (int Start, int Length)> _sections;

    private ModelFile(byte* mapped, byte[]? body, int length)
    {
        _mapped = mapped;
        _body = body;
        _length = length;
        _sections = Table(Body);
    }

    public IEnumerable<int> SectionIds => _sections.Keys;

    /// <summary>What the training program wrote about the model: name, version, corpora, development scores (UTF-8 JSON).</summary>
    public string Header => Encoding.UTF8.GetString(Bytes(HeaderSection));

    /// <summary>Opens a model embedded in the library.</summary>
    /// <param name="resource">File name under Models/Resources, such as <c>sentences.bin</c>.</param>
    public static ModelFile OpenEmbedded(string resource)
    {
        using Stream stream = typeof(ModelFile).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The library was built without its model '{resource}'.");
        return Read(stream);
    }

    public static ModelFile Read(Stream stream)
    {
        Span<byte> head = stackalloc byte[16];
        stream.ReadExactly(head);
        if (BinaryPrimitives.ReadUInt32LittleEndian(head) != Magic || BinaryPrimitives.ReadInt32LittleEndian(head[4..]) != FormatVersion)
        {
            throw new InvalidDataException("Not a model file of this version.");
        }

        bool packed = BinaryPrimitives.ReadInt32LittleEndian(head[8..]) != 0;
        int length = BinaryPrimitives.ReadInt32LittleEndian(head[12..]);
        if (!packed && stream is UnmanagedMemoryStream mapped && stream.Length - stream.Position >= length)
        {
            return new ModelFile(mapped.PositionPointer, null, length);
        }

        byte[] body = new byte[length];
        if (packed)
        {
            using var unpack = new BrotliStream(stream, CompressionMode.Decompress, leaveOpen: true);
            unpack.ReadExactly(body);
        }
        else
        {
            stream.ReadExactly(body);
        }

        return new ModelFile(null, body, length);
    }

    public bool Has(int section) => _sections.ContainsKey(section);

    /// <summary>The bytes of a section, without a copy.</summary>
    public ReadOnlySpan<byte> Bytes(int section) =>
        _sections.TryGetValue(section, out (int Start, int Length) at)
            ? Body.Slice(at.Start, at.Length)
            : throw new InvalidDataException($"The model file has no section {section}.");

    /// <summary>A section seen as numbers, without a copy (little-endian machines, which all of .NET's supported ones are).</summary>
    public ReadOnlySpan<T> As<T>(int section)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(Bytes(section));

    /// <summary>A section copied into an array of numbers.</summary>
    public T[] ToArray<T>(int section)
        where T : unmanaged => As<T>(section).ToArray();

    /// <summary>A section of UTF-8 text split into lines.</summary>
    public string[] Lines(int section)
    {
        string text = Encoding.UTF8.GetString(Bytes(section));
        return text.Length == 0 ? [] : text.Split('\n');
    }

    private ReadOnlySpan<byte> Body => _body is not null ? _body : new ReadOnlySpan<byte>(_mapped, _length);

    private static Dictionary<int, (int Start, int Length)> Table(ReadOnlySpan<byte> body)
    {
        int count = BinaryPrimitives.ReadInt32LittleEndian(body);
        var sections = new Dictionary<int, (int, int)>(count);
        int position = Align(4 + (8 * count));
        for (int i = 0; i < count; i++)
        {
            int id = BinaryPrimitives.ReadInt32LittleEndian(body[(4 + (8 * i))..]);
            int length = BinaryPrimitives.ReadInt32LittleEndian(body[(8 + (8 * i))..]);
            sections.Add(id, (position, length));
            position = Align(position + length);
        }

        return sections;
    }

    private static int Align(int position) => (position + 7) & ~7;

    /// <summary>Writes model files, the same bytes for the same content. Used by the training programs alone.</summary>
    internal sealed class Writer
    {
        private readonly SortedDictionary<int, byte[]> _content = [];

        public Writer(string headerJson) => Add(HeaderSection, Encoding.UTF8.GetBytes(headerJson));

        public void Add(int section, byte[] bytes) => _content.Add(section, bytes);

        public void Add<T>(int section, ReadOnlySpan<T> numbers)
            where T : unmanaged => Add(section, MemoryMarshal.AsBytes(numbers).ToArray());

        public void AddLines(int section, IEnumerable<string> lines) => Add(section, Encoding.UTF8.GetBytes(string.Join('\n', lines)));

        public void Save(string path, bool compress)
        {
            var table = new byte[Align(4 + (8 * _content.Count))];
            BinaryPrimitives.WriteInt32LittleEndian(table, _content.Count);
            int n = 0;
            foreach ((int id, byte[] bytes) in _content)
            {
                BinaryPrimitives.WriteInt32LittleEndian(table.AsSpan(4 + (8 * n)), id);
                BinaryPrimitives.WriteInt32LittleEndian(table.AsSpan(8 + (8 * n)), bytes.Length);
                n++;
            }

            using var body = new MemoryStream();
            body.Write(table);
            foreach (byte[] bytes in _content.Values)
            {
                body.Write(bytes);
                body.Write(new byte[Align((int)body.Length) - (int)body.Length]);
            }

            using FileStream file = File.Create(path);
            Span<byte> head = stackalloc byte[16];
            BinaryPrimitives.WriteUInt32LittleEndian(head, Magic);
            BinaryPrimitives.WriteInt32LittleEndian(head[4..], FormatVersion);
            BinaryPrimitives.WriteInt32LittleEndian(head[8..], compress ? 1 : 0);
            BinaryPrimitives.WriteInt32LittleEndian(head[12..], (int)body.Length);
            file.Write(head);
            if (compress)
            {
                using var pack = new BrotliStream(file, CompressionLevel.SmallestSize, leaveOpen: true);
                pack.Write(body.GetBuffer().AsSpan(0, (int)body.Length));
            }
            else
            {
                file.Write(body.GetBuffer().AsSpan(0, (int)body.Length));
            }
        }
    }
}
