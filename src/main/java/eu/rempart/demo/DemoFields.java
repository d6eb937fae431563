package eu.rempart.demo;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.common.custom.CustomChoice;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.Labels;
import eu.rempart.customfield.CustomFieldData;
import eu.rempart.customfield.CustomFieldService;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Fields that the demo firm gave its records. */
@Component
class DemoFields {

  /** A field that nobody has made yet. */
  record Planned(CustomKind kind, CustomFieldData data) {}

  private final CustomFieldService fields;
  private final CurrentMember current;

  DemoFields(CustomFieldService fields, CurrentMember current) {
    this.fields = fields;
    this.current = current;
  }

  /**
   * Makes them, and tells what records have in them. Where whoever signed in may not make fields,
   * there are none.
   *
   * @param step runs each part in a transaction of its own
   */
  DemoValues make(long seed, Consumer<Runnable> step) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    if (!current.may(Right.MANAGE_FIELDS)) {
      return new DemoValues(List.of(), today, seed);
    }
    step.accept(() -> planned().forEach(each -> fields.create(each.kind(), each.data())));
    return new DemoValues(fields.all(), today, seed);
  }

  static List<Planned> planned() {
    return List.of(
        field(
            CustomKind.CHOICE,
            label("Service level", "Niveau de service", "Servicestufe", "Serviceniveau"),
            "company",
            true,
            label("Round the clock", "Jour et nuit", "Rund um die Uhr", "Dag en nacht"),
            label("Next working day", "Jour ouvré suivant", "Nächster Werktag", "Volgende werkdag"),
            label("By appointment", "Sur rendez-vous", "Nach Absprache", "Op afspraak")),
        field(
            CustomKind.TEXT,
            label("Framework contract", "Numéro de contrat-cadre", "Rahmenvertrag", "Raamcontract"),
            "company",
            false),
        field(
            CustomKind.DATE,
            label("Contract until", "Échéance du contrat", "Vertrag bis", "Contract tot"),
            "company",
            false),
        field(
            CustomKind.CHOICES,
            label("Invited to", "À inviter", "Einladen zu", "Uitnodigen voor"),
            "contact",
            false,
            label("Harbour regatta", "Régate du port", "Hafenregatta", "Havenregatta"),
            label("Open workshop", "Portes ouvertes", "Offene Werkstatt", "Open werkplaats"),
            label("Winter reception", "Vœux d’hiver", "Winterempfang", "Winterreceptie")),
        field(
            CustomKind.TEXT,
            label("Assistant", "Secrétariat", "Sekretariat", "Secretariaat"),
            "contact",
            false),
        field(
            CustomKind.CHOICE,
            label("Competitor", "Concurrent en lice", "Mitbewerber", "Concurrent"),
            "deal",
            true,
            label("Nordwind Anlagenbau", "", "", ""),
            label("Ateliers Quillebœuf", "", "", ""),
            label("Carpatica Service", "", "", "")),
        field(
            CustomKind.MONEY,
            label("Travel budget", "Frais de déplacement", "Reisebudget", "Reisbudget"),
            "deal",
            false),
        field(
            CustomKind.LONG_TEXT,
            label("Agreed so far", "Points acquis", "Bisher vereinbart", "Tot nu afgesproken"),
            "deal",
            false),
        field(
            CustomKind.CHOICE,
            label("Paper copy", "Exemplaire papier", "Papierexemplar", "Papieren exemplaar"),
            "document",
            true,
            label("In the strongroom", "Dans la chambre forte", "Im Tresorraum", "In de kluis"),
            label("At the notary’s", "Chez la notaire", "Bei der Notarin", "Bij de notaris"),
            label("Nowhere yet", "Pas encore tiré", "Noch keines", "Nog nergens")),
        field(
            CustomKind.CHOICE,
            label("Travel by", "Déplacement", "Anreise", "Reizen met"),
            "activity",
            false,
            label("Train", "Train", "Bahn", "Trein"),
            label("Company car", "Voiture de service", "Dienstwagen", "Dienstauto"),
            label("Ferry", "Bac", "Fähre", "Veerboot")),
        field(
            CustomKind.CHOICE,
            label("Delivery time", "Délai de livraison", "Lieferzeit", "Levertijd"),
            "product",
            true,
            label("Next market day", "Jour de marché", "Nächster Markttag", "Volgende marktdag"),
            label(
                "Within a fortnight",
                "Sous quinzaine",
                "Binnen vierzehn Tagen",
                "Binnen veertien dagen"),
            label("Spring tide", "Grande marée", "Zur Springflut", "Bij springtij")),
        field(
            CustomKind.CHOICE,
            label(
                "Why a discount",
                "Motif de la remise",
                "Grund des Nachlasses",
                "Reden van de korting"),
            "quote",
            false,
            label(
                "Harbour festival",
                "Fête du port",
                "Hafengeburtstag gefeiert",
                "Feest in de haven"),
            label(
                "Rival was cheaper",
                "Concurrent moins cher",
                "Mitbewerber war billiger",
                "Concurrent was goedkoper"),
            label("Pays in advance", "Paie d’avance", "Zahlt im Voraus", "Betaalt vooruit")));
  }

  private static Planned field(
      CustomKind kind, Labels label, String record, boolean listed, Labels... choices) {
    List<CustomChoice> codes = new ArrayList<>();
    for (Labels choice : choices) {
      codes.add(new CustomChoice("choice-" + codes.size(), choice, false));
    }
    return new Planned(
        kind,
        new CustomFieldData(
            label, Set.of(record), listed ? Set.of(record) : Set.of(), false, codes));
  }

  private static Labels label(String en, String fr, String de, String nl) {
    return new Labels(Map.of("en", en, "fr", fr, "de", de, "nl", nl));
  }
}
