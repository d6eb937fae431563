package eu.rempart.exchange.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import eu.rempart.exchange.csv.Field;
import eu.rempart.exchange.export.RecordExport;
import eu.rempart.shell.list.ListExport;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps that lists of records offer to take the selected ones out. */
@Configuration(proxyBeanMethods = false)
class ExportSteps {

  private static final String CSV = "text/csv; charset=utf-8";

  /** Writes records; checks the right to. */
  private interface Writer {
    void write(List<UUID> ids, OutputStream out) throws IOException;
  }

  private record Step(String kind, String labelKey, String file, String type, Writer writer)
      implements ListExport {

    @Override
    public void start(List<UUID> ids) {
      DownloadHandler download =
          event -> {
            event.setFileName(file);
            event.setContentType(type);
            event.getResponse().setHeader("Cache-Control", "no-store");
            writer.write(ids, event.getOutputStream());
          };
      Anchor link = new Anchor(download, "");
      link.addClassName("visually-hidden");
      UI.getCurrent().add(link);
      link.getElement().executeJs("this.click()");
    }
  }

  @Bean
  ListExport contactTable(RecordExport export) {
    return new Step(
        "contact",
        "exchange.export.table",
        "contacts.csv",
        CSV,
        (ids, out) ->
            export.contactsAsTable(
                ids,
                names(
                    Field.FIRST_NAME,
                    Field.LAST_NAME,
                    Field.EMAIL,
                    Field.PHONE,
                    Field.ADDRESS_STREET,
                    Field.ADDRESS_POSTAL_CODE,
                    Field.ADDRESS_CITY,
                    Field.COMPANY_NAME,
                    Field.JOB_TITLE),
                out));
  }

  @Bean
  ListExport contactCards(RecordExport export) {
    return new Step(
        "contact",
        "exchange.export.cards",
        "contacts.vcf",
        "text/vcard; charset=utf-8",
        export::contactsAsCards);
  }

  @Bean
  ListExport companyTable(RecordExport export) {
    return new Step(
        "company",
        "exchange.export.table",
        "companies.csv",
        CSV,
        (ids, out) ->
            export.companiesAsTable(
                ids,
                names(
                    Field.COMPANY_NAME,
                    Field.COMPANY_WEBSITE,
                    Field.COMPANY_EMAIL,
                    Field.COMPANY_PHONE,
                    Field.COMPANY_VAT_NUMBER),
                out));
  }

  private static List<String> names(Field... fields) {
    return Stream.of(fields).map(field -> t(field.key())).toList();
  }
}
