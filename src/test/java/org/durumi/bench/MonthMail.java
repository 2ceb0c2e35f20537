package org.durumi.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The mail server of a simulated month: takes every mail, and may do something when one was handed over and not yet acknowledged. */
final class MonthMail implements AutoCloseable {
    private static final Pattern CODE = Pattern.compile("Your code: ([\\d ]+)");
    private static final Pattern HOW_MANY = Pattern.compile("(\\d+) notices?");

    private final ServerSocket server;
    private final List<Mail> taken = new ArrayList<>();
    private final AtomicReference<Runnable> afterNext = new AtomicReference<>();

    /** @param sent as its header says, in the time of the application */
    record Mail(String to, String id, String subject, String body, Instant sent) {
        /** How many notices it says that it tells of. */
        int notices() {
            Matcher number = HOW_MANY.matcher(subject);
            return number.find() ? Integer.parseInt(number.group(1)) : 0;
        }
    }

    MonthMail() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("mail").start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    synchronized List<Mail> taken() {
        return List.copyOf(taken);
    }

    /** Once, when the next mail is here and nobody has been told so. */
    void afterNext(Runnable act) {
        afterNext.set(act);
    }

    void expectNothing() {
        afterNext.set(null);
    }

    /** The code that was mailed to somebody last; empty if none was. */
    String code(String to) {
        return taken().reversed().stream()
                .filter(each -> each.to().equals(to))
                .map(each -> CODE.matcher(each.body()))
                .filter(Matcher::find)
                .map(each -> each.group(1).replace(" ", ""))
                .findFirst()
                .orElse("");
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                talk(client);
            } catch (IOException cut) {
                // By a kill: the next one comes.
            }
        }
    }

    private void talk(Socket client) throws IOException {
        client.setTcpNoDelay(true);
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream out = client.getOutputStream();
        say(out, "220 here");
        String to = "";
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String word = line.toUpperCase(Locale.ROOT);
            if (word.startsWith("RCPT TO:")) {
                to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                say(out, "250 yes");
            } else if (word.equals("DATA")) {
                say(out, "354 go on");
                take(to, in);
                say(out, "250 taken");
            } else if (word.equals("QUIT")) {
                say(out, "221 bye");
                return;
            } else {
                say(out, "250 yes");
            }
        }
    }

    private void take(String to, BufferedReader in) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            lines.add(line);
        }
        int head = lines.indexOf("");
        List<String> headers = lines.subList(0, head);
        String body = lines.subList(head + 1, lines.size()).stream().collect(Collectors.joining("\n"));
        Instant sent = ZonedDateTime.parse(
                        header(headers, "Date").replaceAll(" \\(.*", ""), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
        synchronized (this) {
            taken.add(new Mail(to, header(headers, "Message-ID"), header(headers, "Subject"), body, sent));
        }
        Runnable act = afterNext.getAndSet(null);
        if (act != null) {
            act.run();
        }
    }

    private static String header(List<String> headers, String name) {
        return headers.stream()
                .filter(each -> each.startsWith(name + ": "))
                .map(each -> each.substring(name.length() + 2))
                .findFirst()
                .orElse("");
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
