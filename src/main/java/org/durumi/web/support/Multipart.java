package org.durumi.web.support;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.durumi.identity.session.Bodies;
import org.durumi.mac.Values;

/**
 * A form with a file, read in memory: the server's own reader would lay the file into a directory, in clear. It is read as strictly
 * as other forms, and becomes one, in which the field of the file holds the hash of what it contains.
 */
final class Multipart {
    /** The field of the file. */
    static final String FILE = "file";

    private static final Pattern TYPE = Pattern.compile(
            "multipart/form-data\\s*;\\s*boundary=(?:\"([\\w'()+,./:=?-]{1,70})\"|([\\w'()+./:=?-]{1,70}))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME =
            Pattern.compile("form-data; name=\"([^\"]*)\"(; filename=\"[^\"]*\")?", Pattern.CASE_INSENSITIVE);
    private static final byte[] LINE = {'\r', '\n'};
    private static final byte[] HEAD_ENDS = {'\r', '\n', '\r', '\n'};
    private static final int LONGEST_HEAD = 4096;

    private final byte[] body;
    private final byte[] delimiter;
    private final boolean cut;
    private final StringBuilder form = new StringBuilder();
    private int typed;
    private Optional<Upload> upload = Optional.empty();

    /** More is typed than fits: it is neither decoded nor kept. */
    static final class TooMuch extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private Multipart(byte[] body, boolean cut, String boundary) {
        this.body = body;
        this.cut = cut;
        this.delimiter = ("\r\n--" + boundary).getBytes(US_ASCII);
    }

    static boolean isIt(String type) {
        return type != null && TYPE.matcher(type.strip()).matches();
    }

    /**
     * @param type the type of the request, of which {@link #isIt} is true
     * @param cut whether more came than was kept
     * @throws Parameters.Malformed if it cannot be read without doubt
     * @throws TooMuch if more is typed beside the file than a form may hold
     */
    static Multipart read(String type, byte[] body, boolean cut) throws Parameters.Malformed, TooMuch {
        Matcher said = TYPE.matcher(type.strip());
        if (!said.matches()) {
            throw new Parameters.Malformed();
        }
        Multipart read = new Multipart(body, cut, said.group(1) == null ? said.group(2) : said.group(1));
        read.parts();
        return read;
    }

    /** Its fields as an ordinary form sends them. */
    byte[] form() {
        return form.toString().getBytes(US_ASCII);
    }

    Upload upload() {
        return upload.orElse(Upload.NONE);
    }

    private void parts() throws Parameters.Malformed, TooMuch {
        // The first delimiter has no line before it.
        int at = delimiter.length - LINE.length;
        if (body.length < at || !Arrays.equals(body, 0, at, delimiter, LINE.length, delimiter.length)) {
            throw new Parameters.Malformed();
        }
        while (!begins("--", at)) {
            if (!begins("\r\n", at)) {
                throw new Parameters.Malformed();
            }
            int headEnds = find(HEAD_ENDS, at, at + LONGEST_HEAD);
            if (headEnds <= at) {
                throw new Parameters.Malformed();
            }
            int content = headEnds + HEAD_ENDS.length;
            int ends = find(delimiter, content, body.length);
            boolean whole = ends >= 0;
            count(headEnds - at);
            part(decoded(at + LINE.length, headEnds), content, whole ? ends : body.length, whole);
            if (!whole) {
                return;
            }
            at = ends + delimiter.length;
        }
    }

    private void part(String head, int from, int to, boolean whole) throws Parameters.Malformed, TooMuch {
        Matcher name = NAME.matcher(disposition(head));
        if (!name.matches() || !whole && !cut) {
            throw new Parameters.Malformed();
        }
        boolean isFile = name.group(2) != null;
        if (!isFile && whole) {
            count(to - from);
            field(name.group(1), decoded(from, to));
        } else if (isFile && name.group(1).equals(FILE) && upload.isEmpty()) {
            byte[] content = whole ? Arrays.copyOfRange(body, from, to) : new byte[0];
            upload = Optional.of(new Upload(content, !whole));
            field(FILE, HexFormat.of().formatHex(Values.hash(content)));
        } else {
            throw new Parameters.Malformed();
        }
    }

    /** Before it is decoded. */
    private void count(int more) throws TooMuch {
        typed += more;
        if (typed > Bodies.LARGEST_FORM) {
            throw new TooMuch();
        }
    }

    private static String disposition(String head) {
        for (String line : head.split("\r\n", -1)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
                return line.substring(line.indexOf(':') + 1).strip();
            }
        }
        return "";
    }

    private void field(String name, String value) {
        form.append(form.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, UTF_8));
    }

    private String decoded(int from, int to) throws Parameters.Malformed {
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(body, from, to - from))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new Parameters.Malformed();
        }
    }

    private boolean begins(String with, int at) {
        return body.length >= at + with.length()
                && Arrays.equals(body, at, at + with.length(), with.getBytes(US_ASCII), 0, with.length());
    }

    /** Where it begins, before an end; less than 0 if nowhere. */
    private int find(byte[] wanted, int from, int end) {
        int last = Math.min(end, body.length) - wanted.length;
        for (int at = from; at <= last; at++) {
            if (body[at] == wanted[0] && Arrays.equals(body, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }
}
