package eu.rempart.edge.request;

import eu.rempart.shell.text.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says no in the language of whoever asks: to programs as problem+json (RFC 9457), to browsers as a
 * small page, and briefly to what a page fetches by itself.
 */
final class RefusalPage {

  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);

  private RefusalPage() {}

  /**
   * Writes the answer.
   *
   * @param wait seconds until a try makes sense; 0 if waiting does not help
   */
  static void write(
      HttpServletRequest request,
      HttpServletResponse response,
      RouteClass route,
      Refusal refusal,
      long wait)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.setStatus(refusal.status());
    response.setHeader("Cache-Control", "no-store");
    if (wait > 0) {
      response.setHeader("Retry-After", Long.toString(wait));
    }
    Locale language = language(request);
    switch (route) {
      case API -> send(response, "application/problem+json", problem(refusal, language, wait));
      case PAGE, SIGN_IN, EXPORT -> send(response, "text/html", page(refusal, language, wait));
      case UI, STATIC, PROBE -> send(response, "text/plain", refusal.code());
    }
  }

  private static void send(HttpServletResponse response, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    response.setContentType(type + ";charset=UTF-8");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  private static String problem(Refusal refusal, Locale language, long wait) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", Texts.in(language, refusal.title()));
    problem.put("status", refusal.status());
    problem.put("detail", Texts.in(language, refusal.sentence(), wait));
    problem.put("code", refusal.code());
    return JsonMapper.shared().writeValueAsString(problem);
  }

  /** Nothing in it comes from the request. */
  private static String page(Refusal refusal, Locale language, long wait) {
    String title = Texts.in(language, refusal.title());
    return """
    <!doctype html>
    <html lang="%s">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>%s</title>
    <link rel="icon" href="/styles/rempart.svg">
    <link rel="stylesheet" href="/styles/tokens.css">
    <link rel="stylesheet" href="/styles/refusal.css">
    </head>
    <body class="refusal">
    <main>
    <h1>%s</h1>
    <p>%s</p>
    <p class="refusal-code">%s</p>
    </main>
    </body>
    </html>
    """
        .formatted(
            language.getLanguage(),
            title,
            title,
            Texts.in(language, refusal.sentence(), wait),
            Texts.in(language, "edge.refusal.code", refusal.code()));
  }

  /** Of what is not even a request: without a page, for nobody's browser sends such. */
  static String plain(Refusal refusal, @Nullable String acceptLanguage) {
    Locale language = language(acceptLanguage);
    return Texts.in(language, refusal.sentence(), 0)
        + "\n"
        + Texts.in(language, "edge.refusal.code", refusal.code())
        + "\n";
  }

  private static Locale language(HttpServletRequest request) {
    return language(request.getHeader("Accept-Language"));
  }

  private static Locale language(@Nullable String accepted) {
    if (accepted == null || accepted.length() > 500) {
      return Locale.ENGLISH;
    }
    try {
      Locale found = Locale.lookup(Locale.LanguageRange.parse(accepted), LANGUAGES);
      return found == null ? Locale.ENGLISH : found;
    } catch (IllegalArgumentException malformed) {
      return Locale.ENGLISH;
    }
  }
}
