package fr.corpus.cli.command;

import fr.corpus.cli.command.annotate.AccuracyCommand;
import fr.corpus.cli.command.annotate.AnnotateCommand;
import fr.corpus.cli.command.annotate.LangidCommand;
import fr.corpus.cli.command.annotate.OcrCommand;
import fr.corpus.cli.command.annotate.ProfileCommand;
import fr.corpus.cli.command.annotate.TrainCommand;
import fr.corpus.cli.command.bench.BenchCommand;
import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.cli.command.console.Failures;
import fr.corpus.cli.command.console.Languages;
import fr.corpus.cli.command.eval.EvalCommand;
import fr.corpus.cli.command.recipe.RecipeCommand;
import fr.corpus.cli.command.registry.OptOutCommand;
import fr.corpus.cli.command.registry.RegistryCommand;
import fr.corpus.cli.command.release.AuditCommand;
import fr.corpus.cli.command.release.BuildCommand;
import fr.corpus.cli.command.release.DiffCommand;
import fr.corpus.cli.command.release.IndexCommand;
import fr.corpus.cli.command.release.IsccCommand;
import fr.corpus.cli.command.release.ProveCommand;
import fr.corpus.cli.command.release.RetractCommand;
import fr.corpus.cli.command.release.ShowCommand;
import fr.corpus.cli.command.release.SyncCommand;
import fr.corpus.cli.command.release.VerifierCommand;
import fr.corpus.cli.command.release.VerifyCommand;
import fr.corpus.cli.command.release.VerifyProofCommand;
import fr.corpus.cli.command.release.WhoseCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command without sub-command: says how to use it, or its version. */
@Command(name = "corpus")
public final class CorpusCommand implements Callable<Integer> {

    /** Every sub-command, in the order of the help; only the one that is asked for is built. */
    private static final Map<String, Function<Console, CommandLine>> COMMANDS = commands();

    private static final int DEFAULT_WIDTH = 90;

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Option(
            names = {"-V", "--version"},
            descriptionKey = "version")
    boolean version;

    @Spec
    CommandSpec spec = CommandSpec.create();

    private CorpusCommand(Console console) {
        this.console = console;
    }

    private static Map<String, Function<Console, CommandLine>> commands() {
        Map<String, Function<Console, CommandLine>> commands = new LinkedHashMap<>();
        commands.put("build", console -> new CommandLine(new BuildCommand(console)));
        commands.put("verify", console -> new CommandLine(new VerifyCommand(console)));
        commands.put("audit", console -> new CommandLine(new AuditCommand(console)));
        commands.put("prove", console -> new CommandLine(new ProveCommand(console)));
        commands.put("verify-proof", console -> new CommandLine(new VerifyProofCommand(console)));
        commands.put("verifier", console -> new CommandLine(new VerifierCommand(console)));
        commands.put("index", console -> new CommandLine(new IndexCommand(console)));
        commands.put("whose", console -> new CommandLine(new WhoseCommand(console)));
        commands.put("retract", console -> new CommandLine(new RetractCommand(console)));
        commands.put("sync", console -> new CommandLine(new SyncCommand(console)));
        commands.put("diff", console -> new CommandLine(new DiffCommand(console)));
        commands.put("show", console -> new CommandLine(new ShowCommand(console)));
        commands.put("recipe", RecipeCommand::line);
        commands.put("iscc", console -> new CommandLine(new IsccCommand(console)));
        commands.put("registry", RegistryCommand::line);
        commands.put("optout", OptOutCommand::line);
        commands.put("eval", EvalCommand::line);
        commands.put("annotate", console -> new CommandLine(new AnnotateCommand(console)));
        commands.put("langid", console -> new CommandLine(new LangidCommand(console)));
        commands.put("ocr", console -> new CommandLine(new OcrCommand(console)));
        commands.put("profile", console -> new CommandLine(new ProfileCommand(console)));
        commands.put("accuracy", console -> new CommandLine(new AccuracyCommand(console)));
        commands.put("train", console -> new CommandLine(new TrainCommand(console)));
        commands.put("bench", BenchCommand::line);
        commands.put("completion", console -> new CommandLine(new CompletionCommand(console)));
        commands.put("help", console -> new CommandLine(new HelpCommand(console)));
        return commands;
    }

    /** Runs one command line and answers the exit code; never exits and never throws. */
    public static int run(String[] arguments, Console console) {
        console.speak(Languages.of(arguments, console.environment()));
        Failures failures = new Failures(console, arguments);
        try {
            CommandLine line = line(console, requested(arguments));
            line.setExecutionExceptionHandler((failure, command, parsed) -> failures.report(failure));
            line.setParameterExceptionHandler((failure, args) -> failures.report(failure));
            return line.execute(arguments);
        } catch (RuntimeException | Error e) {
            return failures.report(e);
        }
    }

    /** The whole command with all sub-commands, for help and completion. */
    static CommandLine whole(Console console) {
        return line(console, Optional.empty());
    }

    private static CommandLine line(Console console, Optional<String> only) {
        CommandLine line = new CommandLine(new CorpusCommand(console));
        COMMANDS.forEach((name, constructor) -> {
            if (only.isEmpty() || only.get().equals(name)) {
                line.addSubcommand(name, constructor.apply(console));
            }
        });
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExpandAtFiles(false); // a path may begin with @
        line.setResourceBundle(ResourceBundle.getBundle(
                "fr.corpus.cli.help",
                console.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        line.setUsageHelpWidth(width(console.environment()));
        keepOrder(line);
        nameSubcommands(line, console.text("cli.label-command"));
        return line;
    }

    /** Options as declared: picocli sorts by the locale's lower case, in which a Turkish "i" is no "i". */
    private static void keepOrder(CommandLine line) {
        line.getCommandSpec().usageMessage().sortOptions(false).sortSynopsis(false);
        line.getSubcommands().values().forEach(CorpusCommand::keepOrder);
    }

    private static void nameSubcommands(CommandLine line, String label) {
        line.getCommandSpec().usageMessage().synopsisSubcommandLabel(label);
        line.getSubcommands().values().forEach(subcommand -> nameSubcommands(subcommand, label));
    }

    private static int width(Map<String, String> environment) {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[0-9]{2,3}") ? Math.max(60, Integer.parseInt(columns)) : DEFAULT_WIDTH;
    }

    /** The sub-command that the arguments name, when there is one of this name. */
    private static Optional<String> requested(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--lang")) {
                i++;
            } else if (!arguments[i].startsWith("-")) {
                return Optional.of(arguments[i]).filter(name -> COMMANDS.containsKey(name) && !name.equals("help"));
            }
        }
        return Optional.empty();
    }

    @Override
    public Integer call() {
        if (version) {
            console.print(
                    "cli.version",
                    version(),
                    Runtime.version().toString(),
                    System.getProperty("java.vm.name", ""),
                    System.getProperty("os.name", ""),
                    System.getProperty("os.arch", ""));
            return ExitCode.DONE;
        }
        spec.commandLine().usage(console.err());
        return ExitCode.USAGE;
    }

    private static String version() {
        try {
            return ResourceBundle.getBundle("fr.corpus.cli.version").getString("version");
        } catch (MissingResourceException e) {
            return "?";
        }
    }
}
