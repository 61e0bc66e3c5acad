package fr.corpus.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.corpus.error.EngineException;
import fr.corpus.error.IntegrityException;
import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseTargetTest {

    @TempDir
    Path dir;

    @Test
    void publishesWhereNothingIsAndInAnEmptyDirectory() throws IOException {
        Path nested = dir.resolve("a/b/release");
        ReleaseTarget.publish(new SampleRelease(1, 30).write(dir.resolve("w1"), 1), nested);
        assertThat(ReleaseVerifier.check(nested, 1).isSound()).isTrue();
        Path empty = Files.createDirectories(dir.resolve("vide"));
        ReleaseTarget.publish(new SampleRelease(1, 30).write(dir.resolve("w2"), 1), empty);
        assertThat(ReleaseVerifier.check(empty, 1).isSound()).isTrue();
    }

    @Test
    void acceptsTheSameReleaseTwiceAndRefusesAnother() throws IOException {
        Path out = dir.resolve("release");
        ReleaseTarget.publish(new SampleRelease(1, 30).write(dir.resolve("w1"), 1), out);
        Path again = new SampleRelease(1, 30).write(dir.resolve("w2"), 1);
        ReleaseTarget.publish(again, out);
        Path other = new SampleRelease(2, 30).write(dir.resolve("w3"), 1);
        String root = ReleaseReader.open(other).manifest().roots().data().hex();
        assertThatExceptionOfType(IntegrityException.class)
                .isThrownBy(() -> ReleaseTarget.publish(other, out))
                .satisfies(e -> assertThat(e.message().in(Locale.FRENCH)).contains(root));
        assertThat(ReleaseVerifier.check(out, 1).isSound()).isTrue();
    }

    @Test
    void touchesNothingThatIsNotARelease() throws IOException {
        Path mine = Files.createDirectories(dir.resolve("photos"));
        Files.writeString(mine.resolve("chat.jpg"), "miaou");
        Path release = new SampleRelease(1, 30).write(dir.resolve("w"), 1);
        assertThatExceptionOfType(EngineException.class).isThrownBy(() -> ReleaseTarget.publish(release, mine));
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> ReleaseTarget.check(mine, Sha256.of("recette")));
        Path file = Files.writeString(dir.resolve("fichier"), "");
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> ReleaseTarget.check(file, Sha256.of("recette")));
        assertThat(mine.resolve("chat.jpg")).hasContent("miaou");
    }

    @Test
    void tellsAReleaseOfTheSameRecipeFromOneOfAnother() throws IOException {
        Path out = dir.resolve("release");
        ReleaseTarget.publish(new SampleRelease(1, 30).write(dir.resolve("w"), 1), out);
        Digest recipe = ReleaseReader.open(out).manifest().identity().recipeDigest();
        assertThat(ReleaseTarget.check(out, recipe)).isPresent();
        assertThat(ReleaseTarget.check(dir.resolve("ailleurs"), recipe)).isEmpty();
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> ReleaseTarget.check(out, Sha256.of("autre")))
                .withMessageContaining("essai");
    }
}
