package eu.rempart.quote.pdf;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.Picture;
import eu.rempart.quote.Quote;
import eu.rempart.quote.QuoteData;
import eu.rempart.quote.QuoteField;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.QuoteService;
import eu.rempart.quote.UnopenableQuoteException;
import eu.rempart.quote.letterhead.Letterhead;
import eu.rempart.quote.letterhead.LetterheadService;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/** The door to quotes as documents. Every method needs a right, and throws where it is missing. */
@Service
public class QuoteDocumentService {

  private static final String KIND = "quote";

  /** What no file of Windows may be called, the strictest of all. */
  private static final Pattern REFUSED = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}]");

  /** Characters of a file's name, without its ending. */
  private static final int LONGEST = 100;

  private final QuoteService quotes;
  private final LetterheadService letterheads;
  private final Rights rights;

  QuoteDocumentService(QuoteService quotes, LetterheadService letterheads, Rights rights) {
    this.quotes = quotes;
    this.letterheads = letterheads;
    this.rights = rights;
  }

  /**
   * What the document of an issued quote is called in a language: "Devis 2026-0007". Tells nothing
   * of any.
   */
  @PermitAll
  public static String title(String language, String number) {
    return DocumentWords.of(language).say("quote") + " " + number;
  }

  /**
   * What the file of a quote is called in its language: "Angebot 2026-0007 Müller GmbH.pdf", and of
   * a draft "Angebot-Entwurf Müller GmbH.pdf". Without signs that file systems refuse.
   */
  @PermitAll
  public static String fileName(Quote quote) {
    QuoteData data = quote.data();
    String number = quote.standing().number();
    String name =
        (number == null
                ? DocumentWords.of(data.language()).draftName()
                : title(data.language(), number))
            + (data.customerName() == null ? "" : " " + data.customerName());
    String safe = REFUSED.matcher(name).replaceAll(" ").replaceAll(" +", " ");
    String cut = safe.length() > LONGEST ? safe.substring(0, LONGEST) : safe;
    return cut.replaceFirst("[. ]+$", "") + ".pdf";
  }

  /**
   * The PDF of a quote; of a draft, too, which says that it is one. Empty where it is gone.
   *
   * @throws UnopenableQuoteException where a field of it does not open that the document says
   * @throws eu.rempart.quote.money.QuoteRefusedException where its lines can't be reckoned
   * @throws eu.rempart.account.NotPermittedException also where a column is hidden from whoever
   *     asks: a document without it would say something else
   */
  public Optional<byte[]> pdf(QuoteId id) {
    rights.require(Right.READ_RECORDS);
    Set<String> hidden = QuoteField.onPaper(rights.hidden(KIND));
    if (!hidden.isEmpty()) {
      rights.requireColumns(KIND, hidden);
    }
    return quotes.find(id).map(this::set).map(QuotePdf.Made::bytes);
  }

  /**
   * Signs of a quote that the font of its PDF lacks, such as emoji: question marks stand in their
   * place. None where there is no document, or where it can't be made for whoever asks.
   */
  public List<String> lacking(QuoteId id) {
    rights.require(Right.READ_RECORDS);
    if (!QuoteField.onPaper(rights.hidden(KIND)).isEmpty()) {
      return List.of();
    }
    return quotes
        .find(id)
        .filter(quote -> quote.unreadable().isEmpty())
        .map(this::set)
        .map(QuotePdf.Made::lacking)
        .orElse(List.of());
  }

  private QuotePdf.Made set(Quote quote) {
    quote
        .unreadable()
        .ifPresent(
            field -> {
              throw new UnopenableQuoteException(quote.id(), field);
            });
    Letterhead seller = quote.standing().seller();
    QuoteId before = quote.standing().revises();
    String replaces =
        before == null
            ? null
            : quotes.find(before).map(found -> found.standing().number()).orElse(null);
    Letterhead from = seller == null ? letterheads.find().letterhead() : seller;
    Picture logo = letterheads.logo(from).orElse(null);
    if (logo == null && from.logo() != null) {
      throw UnopenableQuoteException.logo(quote.id());
    }
    return QuotePdf.of(quote, from, logo, replaces);
  }
}
