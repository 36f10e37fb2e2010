namespace Extraction.Training.Sequences;

internal sealed partial class LinearChainTrainer
{
    /// <summary>Writes the pruned, quantised chain with a feature table of its own to sections <paramref name="firstSection"/> and following.</summary>
    public string Write(ModelFile.Writer writer, int firstSection)
    {
        var table = new FeatureTableWriter(_labels);
        AddTo(table, 0);
        WriteTransitions(writer, firstSection);
        return table.Write(writer, firstSection + 1);
    }

    /// <summary>Adds the weights that pruning leaves to a table, from column <paramref name="firstColumn"/> on.</summary>
    public void AddTo(FeatureTableWriter table, int firstColumn)
    {
        for (int r = 0; r < _rowFeature.Length; r++)
        {
            for (int k = 0; k < _labels; k++)
            {
                float w = _weights[((long)r * _stride) + k];
                if (MathF.Abs(w) >= _options.Prune)
                {
                    table.Add(_rowFeature[r], firstColumn + k, w);
                }
            }
        }
    }

    /// <summary>Writes what <see cref="LinearChainModel"/> reads besides its features: transitions, also from the start, and which labels may stand last.</summary>
    /// <param name="writer">The model's file.</param>
    /// <param name="section">Number of the section.</param>
    /// <param name="disfavoured">A label that is made less likely than training left it, everywhere alike.</param>
    /// <param name="by">By how much, as a weight.</param>
    public void WriteTransitions(ModelFile.Writer writer, int section, int disfavoured = 0, float by = 0)
    {
        var transitions = new float[(_labels + 2) * _labels];
        for (int from = 0; from <= _labels; from++)
        {
            for (int to = 0; to < _labels; to++)
            {
                transitions[(from * _labels) + to] = _may[from, to] ? _transitions[(from * _labels) + to] - (to == disfavoured ? by : 0) : Forbidden;
            }
        }

        for (int label = 0; label < _labels; label++)
        {
            transitions[((_labels + 1) * _labels) + label] = _mayEnd[label] ? 0 : Forbidden;
        }

        writer.Add<float>(section, transitions);
    }
}
