package fr.corpus.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PublicSuffixTest {

    @Test
    void whatBelongsToManyIsNobodys() {
        assertThat(new String[] {"fr", "asso.fr", "gouv.fr", "co.uk", "wordpress.com", "free.fr", "blog.lemonde.fr"})
                .allSatisfy(name -> {
                    assertThat(PublicSuffix.is(name)).as(name).isTrue();
                    assertThat(PublicSuffix.registrable(name)).as(name).isEmpty();
                });
    }

    @Test
    void aNameBelongsToTheFirstLabelBelowWhatIsShared() {
        assertThat(PublicSuffix.registrable("www.exemple.fr")).contains("exemple.fr");
        assertThat(PublicSuffix.registrable("exemple.fr")).contains("exemple.fr");
        assertThat(PublicSuffix.registrable("a.b.exemple.asso.fr")).contains("exemple.asso.fr");
        assertThat(PublicSuffix.registrable("anne.wordpress.com")).contains("anne.wordpress.com");
        assertThat(PublicSuffix.registrable("images.anne.wordpress.com")).contains("anne.wordpress.com");
        assertThat(PublicSuffix.registrable("www.lemonde.fr")).contains("lemonde.fr");
    }
}
