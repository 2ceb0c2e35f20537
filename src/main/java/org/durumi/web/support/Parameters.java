package org.durumi.web.support;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a request, read strictly: correct UTF-8, and no name twice unless it ends in []. More than a hundred are
 * read only so that they can be given back.
 */
final class Parameters {
    private static final int MOST = 100;
    private static final int MOST_GIVEN_BACK = 1000;
    private static final int HEX = 16;

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private int count;

    /** The request cannot be read, or says something twice. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Adds the parameters of a query or of a form's body.
     *
     * @throws Malformed if there are too many, one comes twice, or the bytes are not UTF-8
     */
    void add(byte[] encoded) throws Malformed {
        int start = 0;
        for (int i = 0; i <= encoded.length; i++) {
            if (i == encoded.length || encoded[i] == '&') {
                if (i > start) {
                    addPair(encoded, start, i);
                }
                start = i + 1;
            }
        }
    }

    /** Whether there are more than a page of ours asks for. */
    boolean areTooMany() {
        return count > MOST;
    }

    /** Every value by its name. */
    Map<String, List<String>> values() {
        return values;
    }

    /** The first value of a name, or empty. */
    String first(String name) {
        return values.getOrDefault(name, List.of("")).get(0);
    }

    private void addPair(byte[] encoded, int start, int end) throws Malformed {
        count++;
        if (count > MOST_GIVEN_BACK) {
            throw new Malformed();
        }
        int equals = start;
        while (equals < end && encoded[equals] != '=') {
            equals++;
        }
        String name = decoded(encoded, start, equals);
        String value = equals == end ? "" : decoded(encoded, equals + 1, end);
        List<String> known = values.computeIfAbsent(name, each -> new ArrayList<>());
        if (!known.isEmpty() && !name.endsWith("[]")) {
            throw new Malformed();
        }
        known.add(value);
    }

    private static String decoded(byte[] encoded, int start, int end) throws Malformed {
        ByteBuffer bytes = ByteBuffer.allocate(end - start);
        int i = start;
        while (i < end) {
            byte each = encoded[i];
            if (each == '%') {
                bytes.put(hex(encoded, i, end));
                i += 2;
            } else {
                bytes.put(each == '+' ? (byte) ' ' : each);
            }
            i++;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException notUtf8) {
            throw new Malformed();
        }
    }

    private static byte hex(byte[] encoded, int percent, int end) throws Malformed {
        if (percent + 2 >= end) {
            throw new Malformed();
        }
        int high = Character.digit(encoded[percent + 1], HEX);
        int low = Character.digit(encoded[percent + 2], HEX);
        if (high < 0 || low < 0) {
            throw new Malformed();
        }
        return (byte) (high * HEX + low);
    }
}
