package eu.rempart.edge.request;

/** Why a request is refused, with what people and programs are told. */
enum Refusal {
  TOO_MANY(429, "E-EDGE-1", "too-many"),
  COUNTRY(403, "E-EDGE-2", "country"),
  // E-EDGE-3 was a sign-in without a second factor, which is asked for after the password now
  BANNED(403, "E-EDGE-4", "banned"),
  TOO_LARGE(413, "E-EDGE-5", "too-large"),
  TOO_SLOW(408, "E-EDGE-6", "too-slow"),
  /** What is no HTTP, or not quite: every part of it that two readers might read differently. */
  MALFORMED(400, "E-EDGE-7", "malformed"),
  /** Rempart itself could not answer, before any page of it was reached. */
  OURS(500, "E-EDGE-8", "ours");

  private final int status;
  private final String code;
  private final String words;

  Refusal(int status, String code, String words) {
    this.status = status;
    this.code = code;
    this.words = words;
  }

  /** The status of HTTP. */
  int status() {
    return status;
  }

  /** What people read out to whoever helps them. */
  String code() {
    return code;
  }

  /** The key of the page's title. */
  String title() {
    return "edge.refusal." + words + ".title";
  }

  /** The key of the sentence with what to do. */
  String sentence() {
    return "edge.refusal." + words + ".sentence";
  }
}
