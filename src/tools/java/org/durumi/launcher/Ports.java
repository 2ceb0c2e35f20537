package org.durumi.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * The ports of the demo, all on the loopback interface.
 *
 * @param application where the pages are
 * @param keycloak where people sign in
 * @param management Keycloak's own health page
 * @param database PostgreSQL
 * @param health where the application tells how it is, whatever its pages are busy with
 */
public record Ports(int application, int keycloak, int management, int database, int health) {
    public Ports {
        for (int port : new int[] {application, keycloak, management, database, health}) {
            if (port < 1024 || port > 65535) {
                throw new StartRefused("The port " + port + " cannot be used: choose one from 1024 to 65000.");
            }
        }
    }

    /** The usual ports: the application's, and the others at fixed distances from it. */
    public static Ports from(int application) {
        return new Ports(application, application + 100, application + 101, application + 102, application + 103);
    }

    /** @throws StartRefused if somebody else listens on one of them */
    public void requireFree(boolean withKeycloak, boolean withDatabase) {
        requireFree(application, "the application", "--port");
        requireFree(health, "the application's health page", "--port");
        if (withKeycloak) {
            requireFree(keycloak, "Keycloak", "--keycloak-port");
            requireFree(management, "Keycloak's health page", "--port");
        }
        if (withDatabase) {
            requireFree(database, "PostgreSQL", "--database-port");
        }
    }

    private static void requireFree(int port, String use, String option) {
        if (isTaken(port)) {
            throw new StartRefused("The port %d, meant for %s, is taken by another program: stop that program or choose"
                            .formatted(port, use)
                    + " another port with " + option + ".");
        }
    }

    /** Whether somebody answers on the port, or holds it, on either address of localhost. */
    static boolean isTaken(int port) {
        return answers("127.0.0.1", port) || answers("::1", port) || !canBind(port);
    }

    private static boolean answers(String address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(address), port), 500);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    private static boolean canBind(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            return true;
        } catch (IOException held) {
            return false;
        }
    }
}
