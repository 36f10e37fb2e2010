using System.Buffers.Binary;
using System.CommandLine;
using System.IO.Compression;

namespace Extraction.Training;

/// <summary>
/// <c>unpack FILE...</c>: stores models as they are read. An embedded file that is not compressed is mapped, not copied, and costs nothing to open; the package compresses it anyway.
/// </summary>
internal static class UnpackCommand
{
    private const int HeadLength = 16;
    private const int CompressionField = 8;
    private const int LengthField = 12;

    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE") { Arity = ArgumentArity.OneOrMore, Description = "Model files, rewritten in place." };
        var command = new Command("unpack", "Rewrites compressed model files without compression.") { files };
        command.SetAction(parse =>
        {
            foreach (FileInfo file in parse.GetRequiredValue(files))
            {
                Unpack(file.FullName);
            }
        });
        return command;
    }

    private static void Unpack(string path)
    {
        byte[] packed = File.ReadAllBytes(path);
        if (BinaryPrimitives.ReadInt32LittleEndian(packed.AsSpan(CompressionField)) == 0)
        {
            return;
        }

        var unpacked = new byte[HeadLength + BinaryPrimitives.ReadInt32LittleEndian(packed.AsSpan(LengthField))];
        packed.AsSpan(0, HeadLength).CopyTo(unpacked);
        BinaryPrimitives.WriteInt32LittleEndian(unpacked.AsSpan(CompressionField), 0);
        using (var body = new BrotliStream(new MemoryStream(packed, HeadLength, packed.Length - HeadLength), CompressionMode.Decompress))
        {
            body.ReadExactly(unpacked.AsSpan(HeadLength));
        }

        File.WriteAllBytes(path, unpacked);
        Console.WriteLine($"{Path.GetFileName(path)}: {packed.Length:N0} -> {unpacked.Length:N0} bytes");
    }
}
