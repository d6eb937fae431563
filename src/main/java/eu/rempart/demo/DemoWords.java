package eu.rempart.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** How people are addressed and what they do, which depends on their country and their name. */
final class DemoWords {

  /** What an address book knows of somebody it has only a first name of. */
  private enum Form {
    MAN,
    WOMAN,
    UNKNOWN
  }

  /** A word in both forms; both are the same where the language has one. */
  private record Pair(String man, String woman) {}

  private static final Set<String> EITHER = Set.of("Camille", "Claude", "Dominique");

  private static final Set<String> WOMEN =
      Set.of(
          ("Marie Nathalie Isabelle Sylvie Catherine Martine Christine Françoise Léa Manon Chloé"
                  + " Émilie Julie Céline Sandrine Valérie Anne Sophie Claire Hélène Élodie"
                  + " Aurélie Virginie Caroline Charlotte Emma Jeanne Marie-Claude Zoé Noémie"
                  + " Océane Inès Claudia Sabine Susanne Petra Monika Ursula Renate Karin Anna"
                  + " Julia Katharina Lena Laura Helga Ingrid Brigitte Birgit Anja Sandra Nicole"
                  + " Stefanie Melanie Johanna Hannah Mia Emilia Lea Käthe An Els Sofie Lies Greet"
                  + " Louise Noor Maria Elena Ioana Ana Andreea Mihaela Alexandra Cristina Daniela"
                  + " Gabriela Raluca Simona Bianca Denisa Ilinca Țvetana")
              .split(" "));

  private static final Map<String, Pair> SALUTATIONS =
      Map.of(
          "FR", new Pair("M.", "Mme"),
          "BE", new Pair("M.", "Mme"),
          "DE", new Pair("Herr", "Frau"),
          "RO", new Pair("Dl", "Dna"));

  private static final List<Pair> FRENCH =
      List.of(
          new Pair("Directeur commercial", "Directrice commerciale"),
          new Pair("Responsable achats", "Responsable achats"),
          new Pair("Comptable", "Comptable"),
          new Pair("Assistant de direction", "Assistante de direction"),
          new Pair("Chef de projet", "Cheffe de projet"),
          new Pair("Développeur", "Développeuse"),
          new Pair("Responsable qualité", "Responsable qualité"),
          new Pair("Gérant", "Gérante"),
          new Pair("Architecte", "Architecte"));

  private static final Map<String, List<Pair>> JOBS =
      Map.of(
          "FR",
          FRENCH,
          "BE",
          FRENCH,
          "DE",
          List.of(
              new Pair("Geschäftsführer", "Geschäftsführerin"),
              new Pair("Projektleiter", "Projektleiterin"),
              new Pair("Einkäufer", "Einkäuferin"),
              new Pair("Buchhalter", "Buchhalterin"),
              new Pair("Vertriebsleiter", "Vertriebsleiterin"),
              new Pair("Assistent der Geschäftsführung", "Assistentin der Geschäftsführung")),
          "RO",
          List.of(
              new Pair("Inginer", "Ingineră"),
              new Pair("Director general", "Directoare generală"),
              new Pair("Contabil", "Contabilă"),
              new Pair("Responsabil achiziții", "Responsabilă achiziții")));

  private DemoWords() {}

  /** The salutation that goes with a first name; null where the name does not tell. */
  static @Nullable String salutation(String country, String firstName) {
    Pair pair = SALUTATIONS.get(country);
    Form form = form(firstName);
    return pair == null || form == Form.UNKNOWN ? null : word(pair, form);
  }

  /** A job that somebody of this name may have in this country. */
  static String job(String country, String firstName, SplittableRandom random) {
    return word(DemoPeople.pick(JOBS.getOrDefault(country, FRENCH), random), form(firstName));
  }

  private static String word(Pair pair, Form form) {
    return form == Form.WOMAN ? pair.woman() : pair.man();
  }

  private static Form form(String firstName) {
    return EITHER.contains(firstName)
        ? Form.UNKNOWN
        : WOMEN.contains(firstName) ? Form.WOMAN : Form.MAN;
  }
}
