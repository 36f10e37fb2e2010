using System.Runtime.Intrinsics;

namespace Extraction.Tests.Models;

public class VectorExpTests
{
    [Fact]
    public void AgreesWithTheTrueExponentialToSevenDigits()
    {
        for (double x = -80; x < 80; x += 0.0137)
        {
            float got = VectorExp.Of(Vector256.Create((float)x)).GetElement(5);
            double exact = Math.Exp((float)x);
            Assert.InRange(Math.Abs(got - exact) / exact, 0, 3e-7);
        }
    }

    [Fact]
    public void IsExactAtZero() => Assert.Equal(1f, VectorExp.Of(Vector256<float>.Zero).GetElement(0));
}
