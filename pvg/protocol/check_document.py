"""The protocol document holds together: links lead somewhere, and sections that code or text cite ("objects.md 9.2") exist.

usage: check_document.py SOURCE_DIR
"""
import pathlib
import re
import sys

# Sections of one book may stand in several files.
BOOKS = {
    "device": ["device.md", "displays.md", "queries.md", "limits.md"],
    "objects": ["objects.md", "pipelines.md", "limits.md"],
    "stream": ["stream.md", "queries.md"],
    "vfio-user": ["vfio-user.md"],
    "air": ["air.md"],
    "workload": ["workload.md"],
    "decisions": ["decisions.md"],
}
CITATION = re.compile(r"\b(" + "|".join(BOOKS) + r")\.md,? (\d+(?:\.\d+)?[a-d]?)\b")
SUFFIXES = {".h", ".cpp", ".inc", ".py", ".cmake", ".glsl"}


def broken_links(folder):
    for file in sorted(folder.rglob("*.md")):
        for target in re.findall(r"\]\(([^)#]+)\)", file.read_text()):
            if not target.startswith("http") and not (file.parent / target).exists():
                yield f"{file.relative_to(folder)}: {target} does not exist"


def has_section(texts, book, number):
    place = re.escape(number)
    heading = rf"^(#+ (\w+\.md )?{place}\b|#.*\({book} {place}\)|{place}\. |\| {place} )"
    return any(re.search(heading, texts[file], re.MULTILINE) for file in BOOKS[book])


def broken_citations(source, folder):
    texts = {file.name: file.read_text() for file in folder.glob("*.md")}
    files = [f for top in ("app", "pvg", "renderer-gl", "shaders", "tests", "ui") for f in (source / top).rglob("*") if f.suffix in SUFFIXES]
    for file in sorted(files) + sorted(folder.glob("*.md")):
        for book, number in set(CITATION.findall(file.read_text(errors="replace"))):
            if not has_section(texts, book, number):
                yield f"{file.relative_to(source)} cites {book}.md {number}, which does not exist"


def main():
    source = pathlib.Path(sys.argv[1])
    folder = source / "pvg" / "protocol"
    problems = list(broken_links(folder)) + list(broken_citations(source, folder))
    print("\n".join(problems) if problems else "the document holds together")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
