package fr.corpus.cli.command.bench;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Groups the measure of speed. */
@Command(name = "bench")
public final class BenchCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    /** The command with those under it. */
    public static CommandLine line(Console console) {
        return new CommandLine(new BenchCommand())
                .addSubcommand(new BenchGenerateCommand(console))
                .addSubcommand(new BenchT1Command(console))
                .addSubcommand(new BenchReservationsCommand(console))
                .addSubcommand(new BenchRegistryCommand(console))
                .addSubcommand(new BenchImportCommand(console))
                .addSubcommand(new BenchRecallCommand(console))
                .addSubcommand(new BenchEvalCommand(console))
                .addSubcommand(new BenchAnnotateCommand(console));
    }
}
