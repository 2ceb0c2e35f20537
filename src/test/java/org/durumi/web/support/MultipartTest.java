package org.durumi.web.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {
    private static final String TYPE = "multipart/form-data; boundary=----x";
    private static final String FILE = "form-data; name=\"file\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg";
    private static final String FILE_BEGINS = "------x\r\nContent-Disposition: " + FILE + "\r\n\r\n";

    @Test
    void fields_become_an_ordinary_form_and_the_file_stands_beside_it() throws Exception {
        Multipart read = read(part("form-data; name=\"title\"", "배 & =")
                + part("form-data; name=\"p[]\"", "1")
                + part("form-data; name=\"p[]\"", "2")
                + part(FILE, "\u0001\r\n--\r\n----y\u00ff")
                + end());

        Map<String, List<String>> form = form(read);
        assertEquals(List.of("배 & ="), form.get("title"));
        assertEquals(List.of("1", "2"), form.get("p[]"));
        assertEquals(64, form.get("file").getFirst().length());
        assertArrayEquals(
                "\u0001\r\n--\r\n----y\u00ff".getBytes(UTF_8), read.upload().content());
        assertFalse(read.upload().tooLarge());
        assertFalse(new String(read.form(), UTF_8).contains("a.jpg"), "what a file is called is read by nobody");
    }

    @Test
    void another_file_makes_another_form() throws Exception {
        assertFalse(form(read(part(FILE, "a") + end())).equals(form(read(part(FILE, "b") + end()))));
        assertEquals(form(read(part(FILE, "a") + end())), form(read(part(FILE, "a") + end())));
    }

    @Test
    void no_file_is_an_empty_one() throws Exception {
        assertEquals(0, read(part(FILE, "") + end()).upload().content().length);
        assertEquals(
                Upload.NONE, read(part("form-data; name=\"a\"", "") + end()).upload());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "a\u202Egpj.exe",
                "<script>alert(1)</script>",
                "a%00.jpg",
                "a\\..\\b",
                "con",
                "; name=token",
                ""
            })
    void a_name_means_nothing(String name) throws Exception {
        Multipart read =
                read(part("form-data; name=\"file\"; filename=\"" + name + "x".repeat(300) + "\"", "a") + end());
        assertArrayEquals(new byte[] {'a'}, read.upload().content());
        assertEquals(List.of("file"), List.copyOf(form(read).keySet()));
    }

    @Test
    void of_a_body_that_was_cut_the_fields_before_the_file_are_there() throws Exception {
        String body = part("form-data; name=\"title\"", "a boat") + FILE_BEGINS + "abc";
        Multipart read = Multipart.read(TYPE, body.getBytes(UTF_8), true);

        assertEquals(List.of("a boat"), form(read).get("title"));
        assertTrue(read.upload().tooLarge());
        assertEquals(0, read.upload().content().length);
        assertThrows(Parameters.Malformed.class, () -> Multipart.read(TYPE, body.getBytes(UTF_8), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "------x",
                "------y\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n------y--",
                "------x\r\n\r\nb\r\n------x--",
                "------x\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nb\r\n------x--",
                "------x\r\nContent-Disposition: form-data; name=a\r\n\r\nb\r\n------x--",
                "------x\r\nContent-Disposition: form-data; name=\"a\"; filename*=UTF-8''b\r\n\r\nb\r\n------x--",
                "------x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"b\"\r\n\r\nb\r\n------x--",
                "------x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n------x",
                "------x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb",
                "------x\r\nContent-Disposition: form-data; name=\"a\"\r\nX: y",
                "------x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\u00ff\r\n------x--"
            })
    void what_can_be_read_in_two_ways_is_not_read(String body) {
        assertThrows(Parameters.Malformed.class, () -> Multipart.read(TYPE, body.getBytes(ISO_8859_1), false));
    }

    @Test
    void more_than_a_form_holds_is_not_even_decoded() throws Exception {
        String most = "x".repeat(64 * 1024 - 300);
        assertEquals(
                List.of(most),
                form(read(part("form-data; name=\"a\"", most) + part(FILE, "b") + end()))
                        .get("a"));
        // Not UTF-8: whoever decoded it would say that it cannot be read.
        String more = "\u00ff".repeat(64 * 1024 + 1);
        for (String body : List.of(
                part("form-data; name=\"a\"", more) + end(),
                part("form-data; name=\"a[]\"", "x".repeat(1000)).repeat(70) + end(),
                part("form-data; name=\"a[]\"", "").repeat(1500) + end())) {
            assertThrows(Multipart.TooMuch.class, () -> Multipart.read(TYPE, body.getBytes(ISO_8859_1), false));
        }
    }

    @Test
    void two_files_and_a_field_said_twice_are_refused() {
        assertThrows(Parameters.Malformed.class, () -> read(part(FILE, "a") + part(FILE, "b") + end()));
        assertThrows(
                Parameters.Malformed.class,
                () -> form(read(part("form-data; name=\"a\"", "1") + part("form-data; name=\"a\"", "2") + end())));
        assertThrows(
                Parameters.Malformed.class,
                () -> form(read(part("form-data; name=\"file\"", "1") + part(FILE, "2") + end())));
    }

    @Test
    void only_forms_with_a_plain_boundary_are_such_forms() {
        assertTrue(Multipart.isIt("multipart/form-data; boundary=----WebKitFormBoundary7MA4"));
        assertTrue(Multipart.isIt("Multipart/Form-Data;boundary=\"a,b\""));
        for (String type : List.of(
                "multipart/form-data",
                "multipart/mixed; boundary=a",
                "multipart/form-data; boundary=a; boundary=b",
                "multipart/form-data; boundary=" + "a".repeat(71),
                "multipart/form-data; charset=utf-7; boundary=a")) {
            assertFalse(Multipart.isIt(type), type);
        }
    }

    private static Multipart read(String body) throws Exception {
        return Multipart.read(TYPE, body.getBytes(UTF_8), false);
    }

    private static Map<String, List<String>> form(Multipart read) throws Exception {
        Parameters parameters = new Parameters();
        parameters.add(read.form());
        return parameters.values();
    }

    private static String part(String disposition, String content) {
        return "------x\r\nContent-Disposition: " + disposition + "\r\n\r\n" + content + "\r\n";
    }

    private static String end() {
        return "------x--\r\n";
    }
}
