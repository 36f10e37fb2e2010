using System.Text;
using Extraction;
using Microsoft.Extensions.DependencyInjection;

// Reads text files, writes one result a line: through the container, tokens included, so that all of the library takes part.
using ServiceProvider services = new ServiceCollection().AddExtraction(options => options.KeepTokens = true).Services.BuildServiceProvider();
ExtractionPipeline pipeline = services.GetRequiredService<ExtractionPipeline>();
using Stream output = Console.OpenStandardOutput();
foreach (string path in args)
{
    var article = new Article(File.ReadAllText(path, Encoding.UTF8)) { Id = Path.GetFileNameWithoutExtension(path) };
    output.Write(ResultJson.ToUtf8Line(pipeline.Extract(article)));
    output.WriteByte((byte)'\n');
}
