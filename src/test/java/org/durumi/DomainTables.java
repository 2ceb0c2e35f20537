package org.durumi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Reads the tables of docs/domain, so that tests can compare them with the code. */
public final class DomainTables {
    private DomainTables() {}

    /**
     * The rows of a table, without its head, each a list of its cells.
     *
     * @param document such as stages.md
     * @param firstColumn the head of the table's first column
     */
    public static List<List<String>> rows(String document, String firstColumn) {
        return rows(path(document), firstColumn);
    }

    /** The same of a document that lies elsewhere for who reads it. */
    public static List<List<String>> rows(Path document, String firstColumn) {
        return lines(document)
                .dropWhile(line -> !line.startsWith("| " + firstColumn + " |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(DomainTables::cells)
                .toList();
    }

    /** The lines of a document. */
    public static Stream<String> lines(String document) {
        return lines(path(document));
    }

    private static Path path(String document) {
        return Path.of("docs", "domain", document);
    }

    public static Stream<String> lines(Path document) {
        try {
            return Files.readAllLines(document).stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The items of a cell «A, B»; none for «–». */
    public static List<String> items(String cell) {
        return cell.equals("–") ? List.of() : List.of(cell.split(", "));
    }

    /** The cells of a row. */
    public static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
    }
}
