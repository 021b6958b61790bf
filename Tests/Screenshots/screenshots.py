"""Takes the pictures of docs/pictures/report-*.png: each chapter of the demonstration report in headless
Chromium, at the width of a screen and of a telephone, and the first page that is printed.

    make screenshots

They are looked at before they are committed; nothing compares them.
"""

import argparse
import pathlib
import re
import subprocess
import tempfile

CHAPTERS = ["footprint", "uncertainty", "resources", "change", "trajectory", "quality", "method"]
TALLEST = 2600


def run(*arguments):
    return subprocess.run(arguments, check=True, capture_output=True, text=True).stdout


def only(page, chapter):
    """The page with one chapter of it, and its height when it is laid out."""
    script = """
    <script>
    const wanted = %r;
    let current = null;
    for (const node of [...document.querySelector("main").children]) {
      if (node.tagName === "H2") current = node.id;
      if (current !== wanted) node.remove();
    }
    if (wanted !== "footprint") {
      document.querySelector("header").remove();
      document.querySelector("nav")?.remove();
    }
    document.querySelector("footer")?.remove();
    document.title = "HEIGHT " + Math.ceil(document.body.getBoundingClientRect().height);
    </script>
    </body>
    """ % chapter
    return page.replace("</body>", script)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--chromium", default="chromium")
    parser.add_argument("--into", default="docs/pictures")
    options = parser.parse_args()
    root = pathlib.Path(__file__).resolve().parents[2]
    into = root / options.into
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        page = folder / "report.html"
        run(options.binary, "--data", str(root), "-C", str(root / "Examples/demo-campus"), "--lang", "en",
            "report", "2023", "-o", str(page))
        whole = page.read_text()
        browser = [options.chromium, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                   f"--user-data-dir={folder}/profile"]

        def shoot(name, chapter, width, *more):
            part = folder / f"{name}.html"
            part.write_text(only(whole, chapter))
            shown = run(*browser, f"--window-size={width},900", "--dump-dom", part.as_uri())
            height = min(TALLEST, int(re.search(r"HEIGHT (\d+)", shown).group(1)) + 10)
            run(*browser, *more, f"--window-size={width},{height}", f"--screenshot={into / name}.png",
                part.as_uri())

        for chapter in CHAPTERS:
            shoot(f"report-{chapter}", chapter, 1280)
        shoot("report-telephone", "change", 400)
        shoot("report-dark", "trajectory", 1280, "--force-dark-mode",
              "--blink-settings=preferredColorScheme=0")
        paper = folder / "paper.pdf"
        run(*browser, "--no-pdf-header-footer", f"--print-to-pdf={paper}", page.as_uri())
        run("pdftoppm", "-r", "70", "-f", "1", "-l", "1", "-singlefile", "-png", str(paper),
            str(into / "report-paper"))
    try:
        from PIL import Image
    except ImportError:
        return
    for name in sorted(into.glob("report-*.png")):
        Image.open(name).convert("RGB").quantize(192, dither=Image.Dither.NONE).save(name, optimize=True)


if __name__ == "__main__":
    main()
