package eu.rempart.demo;

import eu.rempart.company.Company;
import eu.rempart.document.Brought;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentService;
import eu.rempart.document.file.FileRefusedException;
import eu.rempart.document.file.UploadService;
import eu.rempart.document.folder.FolderId;
import eu.rempart.document.folder.FolderService;
import eu.rempart.history.RecordRef;
import eu.rempart.paper.Sheets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Documents that the demo firm keeps of those that it sells to: contracts, prices, minutes. */
@Component
class DemoPapers {

  private static final int FIRMS = 24;
  private static final float TITLE = 18;
  private static final float TEXT = 11;
  private static final float FOOT = 60;

  static final List<String> CLAUSES =
      List.of(
          "Le prestataire assure l’entretien préventif des installations énumérées en annexe, y"
              + " compris le calfeutrage et le graissage des vantelles.",
          "Toute intervention nocturne fait l’objet d’une majoration, sauf astreinte convenue.",
          "Die Wartung umfasst Schmierung, Dichtigkeitsprüfung und den Austausch der"
              + " Verschleißteile; Gerüstbau wird gesondert vergütet.",
          "Der Auftraggeber stellt Strom, Druckwasser und einen ebenerdigen Zugang bereit.",
          "Prestatorul răspunde de pagubele produse prin neglijență, în limita valorii anuale.",
          "Disputes are brought before the mediator of the harbour district first; the"
              + " correspondence with him stays confidential.",
          "La résiliation est notifiée par lettre recommandée, trois mois avant l’échéance.");

  static final List<String> MINUTES =
      List.of(
          "Présents : la directrice d’exploitation, le contremaître, notre chef de projet.",
          "Le portillon est à déplacer avant la pose ; relevé altimétrique joint.",
          "Zweiter Termin im Frühjahr, sobald der Steg wieder begehbar ist.",
          "Next steps: quotation for the gangway, samples of the varnish.");

  private static final String PRICES =
      """
      Article;Unité;Prix
      Graisse marine;kg;12,75
      Joint torique;pièce;3,40
      Vantelle galvanisée;pièce;486,00
      Main-d’œuvre de jour;h;84,50
      """;

  private final UploadService uploads;
  private final DocumentService documents;
  private final FolderService folders;

  DemoPapers(UploadService uploads, DocumentService documents, FolderService folders) {
    this.uploads = uploads;
    this.documents = documents;
    this.folders = folders;
  }

  /**
   * Files papers about some of these firms.
   *
   * @param values what documents have in the firm's own fields
   * @param step runs each part in a transaction of its own
   */
  void file(List<Company> firms, DemoValues values, long seed, Consumer<Runnable> step) {
    SplittableRandom random = new SplittableRandom(seed ^ 0xF11E);
    step.accept(
        () -> {
          FolderId contracts = folders.create(null, "Contrats-cadres");
          FolderId visits = folders.create(null, "Visites");
          firms.stream()
              .limit(FIRMS)
              .forEach(
                  firm -> {
                    keep(
                        "Contrat-cadre " + firm.data().name() + ".pdf",
                        contract(firm, random),
                        contracts,
                        firm,
                        values);
                    if (random.nextInt(3) == 0) {
                      keep(
                          "Compte rendu " + firm.data().name() + ".txt",
                          utf8(String.join("\n\n", sample(MINUTES, random)) + "\n"),
                          visits,
                          firm,
                          values);
                    }
                  });
          keep(
              "Tarif pièces et main-d’œuvre.csv",
              utf8(PRICES),
              contracts,
              firms.getFirst(),
              values);
        });
  }

  private void keep(
      String name, byte[] content, FolderId folder, Company about, DemoValues values) {
    try {
      RecordRef firm = new RecordRef("company", about.id().value());
      if (!(documents.create(uploads.take(name, content), folder, List.of(firm))
          instanceof Brought.Kept(Document kept))) {
        throw new IllegalStateException("a document of the demo firm was not kept");
      }
      documents.save(
          kept.id(), kept.version(), kept.data(), kept.data().filled(values.next("document")));
    } catch (FileRefusedException e) {
      throw new IllegalStateException("a document of the demo firm was refused", e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> sample(List<String> all, SplittableRandom random) {
    int left = random.nextInt(all.size());
    return all.stream().filter(each -> !each.equals(all.get(left))).toList();
  }

  /** A contract as a PDF of one page. */
  static byte[] contract(Company firm, SplittableRandom random) {
    try (Sheets sheets = new Sheets()) {
      sheets.document().getDocumentInformation().setTitle("Contrat-cadre");
      paragraph(sheets, "Contrat-cadre de maintenance", TITLE);
      paragraph(sheets, "entre Rempart Démonstration SAS et " + firm.data().name(), TEXT);
      int article = 1;
      for (String clause : sample(CLAUSES, random)) {
        paragraph(sheets, article++ + ". " + clause, TEXT);
      }
      return sheets.finish(
          FOOT, (number, of) -> sheets.right(number + " / " + of, Sheets.RIGHT, TEXT - 2, false));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void paragraph(Sheets sheets, String text, float size) throws IOException {
    sheets.paragraph(text, Sheets.LEFT, Sheets.WIDTH, size, size == TITLE);
    sheets.down(Sheets.line(size));
  }
}
