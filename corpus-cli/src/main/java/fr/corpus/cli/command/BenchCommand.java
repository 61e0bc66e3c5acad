package fr.corpus.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Groups the measure of speed. */
@Command(name = "bench")
final class BenchCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    static CommandLine line(Console console) {
        return new CommandLine(new BenchCommand())
                .addSubcommand(new BenchGenerateCommand(console))
                .addSubcommand(new BenchT1Command(console))
                .addSubcommand(new BenchReservationsCommand(console))
                .addSubcommand(new BenchRecallCommand(console))
                .addSubcommand(new BenchEvalCommand(console));
    }
}
