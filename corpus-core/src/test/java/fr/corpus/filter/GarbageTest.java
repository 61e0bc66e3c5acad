package fr.corpus.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is no text, which every native profile drops. The texts are ours. */
class GarbageTest {

    static final List<String> NATIVE = Judging.NATIVE;

    private static void assertDropped(String profile, String text) {
        assertThat(new Judging(profile).outcome(text)).as(profile).isNotEqualTo("keep");
    }

    @ParameterizedTest
    @FieldSource("NATIVE")
    void dropsTheMenusOfAPage(String profile) {
        assertDropped(profile, """
                Accueil
                Nos produits
                Chaussures
                Vestes
                Promotions
                Nouveautés
                Marques
                Guide des tailles
                Mon compte
                Mes commandes
                Liste de souhaits
                Panier (0)
                Livraison
                Retours
                Service client
                Mentions légales
                Conditions générales
                Plan du site
                Facebook
                Instagram
                Newsletter
                Recrutement
                Contact
                """);
    }

    @ParameterizedTest
    @FieldSource("NATIVE")
    void dropsMenusOnOneLine(String profile) {
        assertDropped(
                profile,
                "Accueil | Boutique | Homme | Femme | Enfant | Bébé | Chaussures | Accessoires | Soldes "
                        + "| Marques | Magasins | Carte cadeau | Fidélité | Aide | Suivi commande | Retour colis | FAQ | Blog "
                        + "| Presse | Carrières | Investisseurs | Plan site | Cookies | Confidentialité | Contact | Newsletter "
                        + "| Facebook | Instagram | Pinterest | Youtube | Twitter | Tiktok | Linkedin | Belgique | Suisse "
                        + "| Canada | Luxembourg | Espagne | Italie | Allemagne | Portugal | Pologne | Autriche | Irlande");
    }

    @ParameterizedTest
    @FieldSource("NATIVE")
    void dropsKeywordSpam(String profile) {
        List<String> things = List.of("chaussures", "baskets", "bottes", "sandales", "escarpins", "mocassins");
        List<String> people = List.of("homme", "femme", "enfant", "fille", "garçon", "bébé");
        String spam = things.stream()
                .flatMap(thing -> people.stream().map(person -> thing + " " + person + " pas cher"))
                .collect(Collectors.joining(", "));
        assertDropped(profile, spam + ".");
        String cities = IntStream.range(0, 8)
                .mapToObj(i -> "plombier Lyon dépannage urgence serrurier Villeurbanne vitrier Bron électricien "
                        + "Vénissieux chauffagiste Caluire débouchage Oullins fuite Écully devis gratuit 24h "
                        + i)
                .collect(Collectors.joining(" "));
        assertDropped(profile, cities);
    }

    @ParameterizedTest
    @FieldSource("NATIVE")
    void dropsLoremIpsum(String profile) {
        assertDropped(profile, """
                Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et \
                dolore magna aliqua. Ut enim ad minim veniam, quis nostrud exercitation ullamco laboris nisi ut aliquip \
                ex ea commodo consequat. Duis aute irure dolor in reprehenderit in voluptate velit esse cillum dolore eu \
                fugiat nulla pariatur. Excepteur sint occaecat cupidatat non proident, sunt in culpa qui officia deserunt \
                mollit anim id est laborum.
                """);
    }

    @ParameterizedTest
    @FieldSource("NATIVE")
    void dropsOneSentenceRepeated(String profile) {
        assertDropped(
                profile, "Cliquez ici pour voir le reste de l'article et recevoir la lettre du jour.\n".repeat(12));
        assertDropped(
                profile, "Cliquez ici pour voir le reste de l'article et recevoir la lettre du jour. ".repeat(12));
        String paragraph =
                "Ce site utilise des cookies pour mesurer son audience et vous proposer des contenus adaptés à "
                        + "vos goûts. En poursuivant votre visite, vous acceptez leur dépôt dans votre navigateur.";
        assertDropped(profile, String.join("\n\n", paragraph, paragraph, paragraph, paragraph));
    }

    @ParameterizedTest
    @FieldSource("NATIVE")
    void dropsSymbols(String profile) {
        assertDropped(profile, "@@@ %%% ### *** &&& === +++ ~~~ ^^^ $$$ /// \\\\\\ ||| <<< >>> ".repeat(20));
        Random random = new Random(20261124);
        String soup = IntStream.range(0, 600)
                .mapToObj(i -> random.nextInt(6) == 0
                        ? "la de il".split(" ")[random.nextInt(3)]
                        : String.valueOf((char) (33 + random.nextInt(14))))
                .collect(Collectors.joining(" "));
        assertDropped(profile, soup);
    }

    @ParameterizedTest
    @FieldSource("NATIVE")
    void dropsBase64AndHexadecimal(String profile) {
        byte[] bytes = new byte[3000];
        new Random(7).nextBytes(bytes);
        assertDropped(profile, Base64.getEncoder().encodeToString(bytes));
        assertDropped(
                profile,
                Base64.getMimeEncoder(76, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(bytes));
        String dump = IntStream.range(0, 400)
                .mapToObj(i -> "%02x".formatted(bytes[i] & 0xFF) + (i % 16 == 15 ? "\n" : " "))
                .collect(Collectors.joining());
        assertDropped(profile, dump);
    }

    @ParameterizedTest
    @FieldSource("NATIVE")
    void dropsSourceCode(String profile) {
        assertDropped(profile, """
                function init(el, opts) {
                  var n = el.length, i = 0, out = [];
                  for (i = 0; i < n; i++) {
                    if (el[i].style.display !== 'none' && opts.show[i] != null) {
                      out.push({ id: el[i].id, w: el[i].offsetWidth, h: el[i].offsetHeight });
                    } else {
                      el[i].className += ' hidden';
                    }
                  }
                  return out.map(function (o) { return o.w * o.h; }).reduce(function (a, b) { return a + b; }, 0);
                }
                $(document).ready(function () {
                  $('#menu li a').on('click', function (e) { e.preventDefault(); init($(this).find('img'), window.cfg); });
                  setTimeout(function () { ga('send', 'pageview', location.pathname + location.search); }, 1500);
                });
                .nav > li { float: left; margin: 0 4px; padding: 2px 6px; border: 1px solid #ccc; color: #333; }
                .nav > li:hover { background: #eee; box-shadow: 0 1px 3px rgba(0,0,0,.2); }
                """);
    }

    @ParameterizedTest
    @FieldSource("NATIVE")
    void dropsTablesOfNumbers(String profile) {
        String table = IntStream.range(1, 60)
                .mapToObj(i -> "2019-%02d-%02d %d,%d %d %d,%02d"
                        .formatted(i % 12 + 1, i % 28 + 1, i * 37, i % 10, i * i, i * 13, i))
                .collect(Collectors.joining("\n"));
        assertDropped(profile, table);
    }

    @ParameterizedTest
    @FieldSource("NATIVE")
    void dropsWhatARecognizerMakesOfAnEngravingOrADamagedPage(String profile) {
        assertDropped(profile, """
                '■ . ,•' ,• '. ^ i. • ' ■ ; ,^ . ;' ■• .. i ,' ■ ' t ^■^ -. ;
                ;V:'^ . ■'; rt. . ,.•'■ i-^'; I: ';■. ■ J ■,■■ ••• l. ^ ■;■'■ .
                j^ i ' .i ^.' -, ; ■• . ,. '■• i^' ■ ■ ■ \\ ■' ,.■ '•. .■■- ;-■ r
                . T' ■ ,■; . ; ^ "* ' -■ .' • ■ i ,1 ' .■ '■ ■ . • ' ;• i^ .- ■ ,
                """.repeat(3).replaceFirst("i", "o"));
        assertDropped(profile, """
                nii pli- 1 rtîe lc> bnlHîe«. qni <'lrnrnl dft frnnil piii- d<- linninic^ rl
                cniilrc ioiiU* I rt lrrr. Diipui» lr Irinpi ilc> f rfiiirrliîii». il riùl rniirr
                ii rrx iiioii i|iii lir fiil niilfltr pnr Irt liiiiiclriirt lii i\\nr prur iiiii
                fjuid hrrr lrrliii iniiir pliii iliffiiilr h liirn i^oiivrrnrr qur |>nr lr piil
                jiiirir iiiftiirr iinr frinnir rl iin pniivrr rnfnnl iiirrl niiiiir >nr l'riiii
                lihrir iiin» lii vlllr dr Piirii. lr» Ixiurp- oii riiir crllr rrprnliim ilii|>
                """);
    }

    @ParameterizedTest
    @FieldSource("NATIVE")
    void dropsBlankTexts(String profile) {
        assertDropped(profile, "");
        assertDropped(profile, " \u00A0\n\t\u202F\n");
    }
}
