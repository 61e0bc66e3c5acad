package fr.corpus.cli.command.release;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.optout.FileCodes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the ISCC of files. */
@Command(name = "iscc")
public final class IsccCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "iscc.file")
    List<Path> files = List.of();

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    public IsccCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Path file : files) {
            FileCodes codes = FileCodes.of(file);
            if (json) {
                all.add(json(file, codes));
                continue;
            }
            console.out().println(codes.code() + "  " + file);
            codes.text().ifPresent(text -> console.print("cli.iscc-text", text.toString()));
            console.print("cli.iscc-data", codes.data().toString());
            console.print("cli.iscc-instance", codes.instance().toString());
        }
        if (json) {
            console.json(Map.of("files", all));
        }
        return ExitCode.DONE;
    }

    private static Map<String, Object> json(Path file, FileCodes codes) {
        Map<String, Object> object = new TreeMap<>();
        object.put("file", file.toString());
        object.put("bytes", codes.bytes());
        object.put("iscc", codes.code().toString());
        codes.text().ifPresent(text -> object.put("text", text.toString()));
        object.put("data", codes.data().toString());
        object.put("instance", codes.instance().toString());
        object.put("datahash", codes.datahash());
        return object;
    }
}
