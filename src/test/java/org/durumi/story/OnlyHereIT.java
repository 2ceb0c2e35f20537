package org.durumi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.stack.Stack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The servers of the product can be reached from this machine only: everything else goes through a proxy with TLS. */
class OnlyHereIT {
    private static final String LISTENING = "0A";
    private static final List<String> LOOPBACK =
            List.of("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000");
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    @BeforeAll
    static void the_product_runs() {
        Stack.running();
    }

    @Test
    void no_server_listens_on_another_interface() throws IOException {
        Map<String, String> listening = listening();
        List<String> ours = new ArrayList<>();
        for (ProcessHandle server : servers()) {
            sockets(server).filter(listening::containsKey).map(listening::get).forEach(ours::add);
        }
        assertFalse(ours.isEmpty(), "the servers listen somewhere");
        ours.removeIf(address -> LOOPBACK.contains(address.split(":")[0]));
        assertEquals(List.of(), ours);
    }

    /** The servers that keep their data with the product; the container of other tests is not one of them. */
    private static List<ProcessHandle> servers() {
        return ProcessHandle.current()
                .descendants()
                .filter(each -> commandLine(each).contains("stack/product"))
                .toList();
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException ended) {
            return "";
        }
    }

    private static Stream<String> sockets(ProcessHandle process) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return files.map(OnlyHereIT::target).toList().stream();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    /** The addresses at which something listens, as the system writes them, by socket. */
    private static Map<String, String> listening() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(Path.of("/proc/net/tcp")));
        lines.addAll(Files.readAllLines(Path.of("/proc/net/tcp6")));
        return lines.stream()
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields[STATE].equals(LISTENING))
                .collect(Collectors.toMap(
                        fields -> "socket:[" + fields[INODE] + "]", fields -> fields[ADDRESS], (one, same) -> one));
    }
}
