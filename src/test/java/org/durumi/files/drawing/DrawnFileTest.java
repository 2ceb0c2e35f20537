package org.durumi.files.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The process that drew may be no longer ours: what it answers is read as from a stranger. */
class DrawnFileTest {
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 1};
    private static final byte[] PDF = "%PDF-1.4".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PAGE = "<html>".getBytes(StandardCharsets.US_ASCII);

    @Test
    void what_fits_its_kind_is_read() throws IOException {
        assertEquals(2, read("JPEG", drawn(4, 3, JPEG, JPEG)).parts().size());
        byte[][] pages = Collections.nCopies(61, JPEG).toArray(byte[][]::new);
        pages[0] = PDF;
        assertEquals(61, read("PDF", drawn(0, 0, pages)).parts().size());
        NotDrawable refused = assertThrows(NotDrawable.class, () -> read("PDF", refused("file.pdf.locked")));
        assertEquals("file.pdf.locked", refused.key());
    }

    @Test
    void what_no_drawing_says_is_not_read() throws IOException {
        byte[][] many = Collections.nCopies(62, JPEG).toArray(byte[][]::new);
        many[0] = PDF;
        for (byte[] said : List.of(
                drawn(4, 3),
                drawn(4, 3, JPEG),
                drawn(4, 3, JPEG, JPEG, JPEG),
                drawn(0, 3, JPEG, JPEG),
                drawn(4, -3, JPEG, JPEG),
                drawn(65_000, 65_000, JPEG, JPEG),
                drawn(4, 3, PAGE, JPEG),
                drawn(4, 3, JPEG, PAGE),
                drawn(4, 3, JPEG, new byte[0]),
                counted(Integer.MAX_VALUE),
                counted(-1),
                Arrays.copyOf(drawn(4, 3, JPEG, JPEG), 20),
                refused("error.503.title"),
                new byte[] {7},
                new byte[0])) {
            assertThrows(IOException.class, () -> read("JPEG", said));
        }
        for (byte[] said :
                List.of(drawn(0, 0, many), drawn(0, 0, PDF), drawn(1, 1, PDF, JPEG), drawn(0, 0, JPEG, JPEG))) {
            assertThrows(IOException.class, () -> read("PDF", said));
        }
        for (byte[] said : List.of(drawn(0, 0, PAGE), drawn(0, 0, PDF))) {
            assertThrows(IOException.class, () -> read("DOCX", said));
        }
    }

    private static DrawnFile read(String kind, byte[] said) throws IOException {
        return DrawnFile.read(kind, new DataInputStream(new ByteArrayInputStream(said)));
    }

    private static byte[] drawn(int width, int height, byte[]... parts) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        new DrawnFile(width, height, List.of(parts)).write(new DataOutputStream(said));
        return said.toByteArray();
    }

    private static byte[] counted(int length) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(said);
        out.writeByte(1);
        for (int each : new int[] {4, 3, 2, length}) {
            out.writeInt(each);
        }
        return said.toByteArray();
    }

    private static byte[] refused(String key) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        DrawnFile.refuse(key, new DataOutputStream(said));
        return said.toByteArray();
    }
}
