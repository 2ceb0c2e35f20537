package org.durumi.bench;

import java.util.List;
import java.util.Optional;

/** What is asked of {@code bin/month}. */
record MonthOptions(int days, int cases, int kills, int seed, int port, int minutes) {
    static final String USAGE = """
            Usage: bin/month [options]
              --days N     how many days pass (default 30)
              --cases N    how many cases there are (default 100)
              --kills N    how often the application is killed (default 60)
              --seed N     what people do follows from it (default 1)
              --minutes N  it ends after so long, and complains if not all days have passed (default 60)
              --port N     port of the application; PostgreSQL takes N + 102 (default 17180)
            """;

    /** Empty if somebody asks for something else. */
    static Optional<MonthOptions> read(List<String> arguments) {
        MonthOptions options = new MonthOptions(30, 100, 60, 1, 17_180, 60);
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            int number = Integer.parseInt(arguments.get(i + 1));
            switch (arguments.get(i)) {
                case "--days" ->
                    options = new MonthOptions(
                            number, options.cases, options.kills, options.seed, options.port, options.minutes);
                case "--cases" ->
                    options = new MonthOptions(
                            options.days, number, options.kills, options.seed, options.port, options.minutes);
                case "--kills" ->
                    options = new MonthOptions(
                            options.days, options.cases, number, options.seed, options.port, options.minutes);
                case "--seed" ->
                    options = new MonthOptions(
                            options.days, options.cases, options.kills, number, options.port, options.minutes);
                case "--port" ->
                    options = new MonthOptions(
                            options.days, options.cases, options.kills, options.seed, number, options.minutes);
                case "--minutes" ->
                    options = new MonthOptions(
                            options.days, options.cases, options.kills, options.seed, options.port, number);
                default -> {
                    return Optional.empty();
                }
            }
        }
        return arguments.size() % 2 == 0 ? Optional.of(options) : Optional.empty();
    }
}
