package org.durumi.web.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReadingTest {
    private static Map<String, List<String>> read(String encoded) throws Parameters.Malformed {
        return parameters(encoded).values();
    }

    private static Parameters parameters(String encoded) throws Parameters.Malformed {
        Parameters parameters = new Parameters();
        parameters.add(encoded.getBytes(StandardCharsets.ISO_8859_1));
        return parameters;
    }

    @Test
    void parameters_are_decoded_as_utf_8() throws Parameters.Malformed {
        assertEquals(
                Map.of("place", List.of("쿤밍 시"), "x", List.of("")), read("place=%EC%BF%A4%EB%B0%8D+%EC%8B%9C&x=&"));
    }

    @Test
    void a_field_of_several_answers_may_come_twice() throws Parameters.Malformed {
        assertEquals(Map.of("flags[]", List.of("A", "B")), read("flags%5B%5D=A&flags[]=B"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&a=2", "a=%ED%A0%80", "a=%C0%AF", "a=%FF", "a=%", "a=%4", "a=%zz", "a=\u00EC"})
    void what_can_be_read_in_two_ways_is_refused(String encoded) {
        assertThrows(Parameters.Malformed.class, () -> read(encoded));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "application/x-www-form-urlencoded;charset=UTF-8",
                "Application/X-WWW-Form-Urlencoded ; charset=\"utf-8\""
            })
    void a_form_is_read(String type) {
        assertTrue(PostedForms.isForm(type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded;charset=UTF-16",
                "application/x-www-form-urlencoded;charset=ISO-8859-1",
                "application/x-www-form-urlencoded;charset=utf-8;charset=utf-16",
                "application/x-www-form-urlencoded, text/plain"
            })
    void what_might_be_read_in_another_encoding_is_no_form(String type) {
        assertFalse(PostedForms.isForm(type));
        assertFalse(PostedForms.isForm(null));
    }

    @Test
    void a_hundred_parameters_are_enough_and_a_thousand_can_be_given_back() throws Parameters.Malformed {
        assertFalse(parameters("a[]=1&".repeat(100)).areTooMany());
        assertTrue(parameters("a[]=1&".repeat(1000)).areTooMany());
        assertThrows(Parameters.Malformed.class, () -> parameters("a[]=1&".repeat(1001)));
    }

    @Test
    void every_answer_carries_the_strict_policy() {
        Map<String, String> headers = SecurityHeaders.headers("https://id.example.org:8443/realms/durumi");
        assertEquals(
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
                        + "connect-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; "
                        + "form-action 'self' https://id.example.org:8443; "
                        + "require-trusted-types-for 'script'; trusted-types 'none'",
                headers.get("Content-Security-Policy"));
        assertEquals("no-store", headers.get("Cache-Control"));
        assertEquals("no-referrer", headers.get("Referrer-Policy"));
        assertFalse(headers.toString().contains("unsafe"));
    }
}
