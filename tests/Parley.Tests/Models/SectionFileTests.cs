using Parley.Models;
using Xunit;

namespace Parley.Tests.Models;

public sealed class SectionFileTests
{
    [Fact]
    public void Sections_are_found_by_name()
    {
        using var file = new Temporary(SectionBytes.Of(("numbers", BitConverter.GetBytes(7)), ("words", "a\nb"u8.ToArray())));
        using var sections = SectionFile.Open(file.Path);
        Assert.Equal([7], sections.Copy<int>("numbers"));
        Assert.Equal("a\nb", sections.Text("words"));
    }

    [Theory]
    [InlineData("no-such-section", "has no section no-such-section")]
    [InlineData("words", "has 3 bytes where 4 are wanted")]
    public unsafe void A_section_that_is_not_as_wanted_is_named(string name, string message)
    {
        using var file = new Temporary(SectionBytes.Of(("words", "a\nb"u8.ToArray())));
        using var sections = SectionFile.Open(file.Path);
        var error = Assert.Throws<InvalidModelException>(() =>
        {
            _ = sections.At<int>(name, 1);
        });
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "too short")]
    [InlineData(8, "too short")]
    [InlineData(40, "names 1 sections")]
    [InlineData(70, "lies beyond its end")]
    public void A_file_that_was_cut_is_refused(int length, string message)
    {
        using var file = new Temporary(SectionBytes.Of(("words", new byte[100]))[..length]);
        var error = Assert.Throws<InvalidModelException>(() => SectionFile.Open(file.Path));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_file_is_refused()
    {
        using var file = new Temporary(new byte[200]);
        Assert.Contains(
            "PARLEY01",
            Assert.Throws<InvalidModelException>(() => SectionFile.Open(file.Path)).Message,
            StringComparison.Ordinal
        );
    }

    private sealed class Temporary : IDisposable
    {
        public Temporary(byte[] content) => File.WriteAllBytes(Path, content);

        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Dispose() => File.Delete(Path);
    }
}
