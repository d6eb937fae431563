package eu.rempart.demo;

import eu.rempart.common.Ids;
import eu.rempart.company.Company;
import eu.rempart.history.RecordRef;
import eu.rempart.note.NewNote;
import eu.rempart.note.NoteId;
import eu.rempart.richtext.RichText;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What the demo firm remembers of those that it sells to. */
final class DemoNotes {

  private static final List<String> TEXTS =
      List.of(
          "<p>Appel avec la direction des achats : <strong>budget validé</strong> pour le prochain"
              + " trimestre. Rappeler après le comité.</p>",
          "<p>Points à retenir de la visite :</p><ul><li><p>l’atelier passe à trois"
              + " équipes</p></li><li><p>le contrat actuel se termine en mars</p></li></ul>",
          "<p>Préfère être joint <strong>le matin</strong>, jamais le vendredi.</p>",
          "<p>Concurrent en place depuis deux ans ; reproche principal : les délais.</p>",
          "<h3>Salon de Lyon</h3><p>Rencontrés sur le stand, intéressés par une démonstration sur"
              + " site.</p>",
          "<p>Conditions demandées : paiement à <em>45 jours</em>, livraison en deux fois.</p>",
          "<p>La nouvelle responsable prend ses fonctions le mois prochain. Prévoir une"
              + " visite.</p>",
          "<blockquote><p>« Si vous tenez les délais, nous signons. »</p></blockquote>"
              + "<p>Dit par le directeur général au téléphone.</p>");

  private DemoNotes() {}

  /** One to three notes about each, of which one in six is pinned. */
  static List<NewNote> about(List<Company> firms, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<NewNote> notes = new ArrayList<>();
    for (Company firm : firms) {
      int count = 1 + random.nextInt(3);
      for (int i = 0; i < count; i++) {
        notes.add(
            new NewNote(
                new NoteId(Ids.next()),
                new RecordRef("company", firm.id().value()),
                RichText.clean(TEXTS.get(random.nextInt(TEXTS.size()))),
                random.nextInt(6) == 0));
      }
    }
    return notes;
  }
}
