using System.CommandLine;
using BenchmarkDotNet.Running;
using Extraction.Benchmarks;

if (args is ["bdn", ..])
{
    BenchmarkSwitcher.FromAssembly(typeof(StageBenchmarks).Assembly).Run(args[1..]);
    return 0;
}

if (args is ["peer", var task])
{
    return PeerRun.Run(task);
}

var tool = new Option<FileInfo?>("--tool") { Description = "The command-line tool (extraction or extraction.dll): also measure its cold start." };
var markdown = new Option<FileInfo?>("--markdown") { Description = "Also write the tables to this file." };
var stages = new Option<bool>("--stages") { Description = "The stages and the whole alone: a few seconds." };
var root = new RootCommand("Speed of each stage and of the whole over the benchmark corpus. 'bdn [ARGUMENTS]' runs BenchmarkDotNet instead.") { tool, markdown, stages };
root.SetAction((parse, _) => QuickRun.RunAsync(parse.GetValue(tool)?.FullName, parse.GetValue(markdown)?.FullName, parse.GetValue(stages)));
return await root.Parse(args).InvokeAsync();
