package org.durumi.launcher;

/** What {@code bin/start} prints when people can sign in. */
record Banner(Demo demo, Options options, DataDirectory data) {
    /** The last line is awaited by scripts: it stays as it is. */
    String text() {
        String accounts = """
                  haneul   caseworker, North team      seo   supervisor, North team
                  yun      caseworker, North team      bae   supervisor, North team
                  ohjin    auditor                     admin administrator
                  Password of all: %s
                """.formatted(DemoRealm.PASSWORD);
        return """

               ========================================================================
                DEMO. Everybody in it is invented, its passwords are public, and it has
                no second factor. Never enter anything about a real person.
               ========================================================================
               Application  %s/   (한국어, English)
               Keycloak     %s
               Data         %s   (forget it with --fresh)

               %s
               Stop with Ctrl-C.
               Durumi is ready: %s/
               """.formatted(
                        demo.baseUrl(),
                        demo.issuer(),
                        data.root(),
                        options.keycloakUrl().isEmpty() ? accounts : "Accounts are those of your Keycloak.\n",
                        demo.baseUrl());
    }
}
