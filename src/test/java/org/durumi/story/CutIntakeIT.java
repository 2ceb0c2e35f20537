package org.durumi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.durumi.stack.Caller;
import org.durumi.stack.Stack;
import org.junit.jupiter.api.Test;

/**
 * The connection is cut two hundred times while steps of intakes are sent: somewhere in the request, before the answer, or after it.
 * Nothing that was answered is lost, and whoever goes on where the draft stands opens one case.
 */
class CutIntakeIT {
    private static final int CUTS = 200;

    private final long seed = System.nanoTime();
    private final Random chance = new Random(seed);
    private final URI base = URI.create(Stack.running().baseUrl());
    private final Caller haneul = Caller.signedIn("haneul");
    private int cuts;
    private int answered;
    private int unfinished;

    @Test
    void two_hundred_cuts_lose_nothing_that_was_answered_and_open_no_case_twice() throws Exception {
        List<String> numbers = new ArrayList<>();
        while (cuts < CUTS) {
            numbers.add(intake());
        }
        for (String each : numbers) {
            assertEquals(
                    "1 0",
                    Intake.value(
                            "select (select count(*) from case_file where number = ?), (select count(*) from draft where number = ?)",
                            each,
                            each),
                    "seed " + seed);
        }
        assertEquals(numbers.size(), numbers.stream().distinct().count());
        assertTrue(answered > 20 && unfinished > 20, answered + " answered, " + unfinished + " unfinished of " + cuts);
    }

    /** One intake, of which each step is cut once; the number of its case. */
    private String intake() throws Exception {
        String[] first = IntakeSteps.fields("name");
        cut(IntakeSteps.BEGIN, first);
        String draft = IntakeSteps.draft(haneul.post(IntakeSteps.BEGIN, first));
        String number = Intake.value("select number from draft where id = cast(? as uuid)", id(draft));
        assertEquals("1", Intake.value("select count(*) from draft where number = ?", number));
        for (String step : IntakeSteps.AFTER) {
            String[] fields = IntakeSteps.fields(step);
            boolean kept = cut(draft + "/" + step, fields);
            if (!step.equals("check")) {
                // Whoever comes back finds the draft, and in it what was answered.
                Caller.Answer shown = haneul.get(draft + "/" + step);
                assertEquals(200, shown.status(), () -> step + ", seed " + seed);
                if (kept) {
                    assertHolds(shown, fields);
                }
                assertEquals(303, haneul.post(draft + "/" + step, fields).status(), () -> step + ", seed " + seed);
            } else {
                Caller.Answer opened = haneul.post(draft + "/" + step, fields);
                assertEquals(303, opened.status(), () -> "seed " + seed);
                assertEquals(number, Intake.number(opened));
            }
        }
        return number;
    }

    private void assertHolds(Caller.Answer shown, String[] fields) {
        for (int i = 2; i < fields.length; i += 2) {
            String field = fields[i];
            String value = fields[i + 1];
            if (!value.isEmpty() && !field.equals("people") && !field.equals("happened")) {
                String named = "[name='" + field + "']";
                String holding = "[value='" + value + "']";
                assertFalse(
                        shown.document()
                                .select("input[type!=radio]" + named + holding + ", input[checked]" + named + holding
                                        + ", select" + named + " option[selected]" + holding + ", textarea" + named
                                        + ":contains(" + value + ")")
                                .isEmpty(),
                        () -> field + ", seed " + seed);
            }
        }
    }

    /**
     * Sends a form and cuts the connection.
     *
     * @return whether the answer came first, and said that it is kept
     */
    private boolean cut(String path, String[] fields) throws IOException {
        cuts++;
        byte[] request = request(path, fields);
        int kind = chance.nextInt(3);
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            if (kind == 0) {
                // Nobody says good-bye: the other side is told that the connection is gone.
                socket.setSoLinger(true, 0);
                unfinished++;
            }
            OutputStream out = socket.getOutputStream();
            int length = kind == 0 ? chance.nextInt(request.length) : request.length;
            out.write(Arrays.copyOf(request, length));
            out.flush();
            if (kind < 2) {
                return false;
            }
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String status = String.valueOf(answer.readLine());
            boolean kept = status.contains(" 303");
            assertTrue(kept, () -> status + ", seed " + seed);
            answered++;
            return kept;
        } catch (SocketException gone) {
            return false;
        }
    }

    private byte[] request(String path, String[] fields) {
        byte[] body = ("token=" + haneul.token() + "&" + Caller.encoded(fields)).getBytes(StandardCharsets.UTF_8);
        String head = String.join(
                "\r\n",
                "POST " + path + " HTTP/1.1",
                "Host: " + base.getAuthority(),
                "Cookie: " + haneul.cookie(),
                "Origin: " + Stack.running().baseUrl(),
                "Sec-Fetch-Site: same-origin",
                "Sec-Fetch-Mode: navigate",
                "Sec-Fetch-Dest: document",
                "Accept: text/html",
                "Accept-Language: en",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: " + body.length,
                "Connection: close",
                "",
                "");
        byte[] start = head.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }

    private static String id(String draft) {
        return draft.substring(draft.lastIndexOf('/') + 1);
    }
}
