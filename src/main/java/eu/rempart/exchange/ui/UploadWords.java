package eu.rempart.exchange.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.upload.UploadI18N;
import java.util.List;

/** What the upload field says. */
final class UploadWords {

  private UploadWords() {}

  static UploadI18N inLanguageOfUi() {
    UploadI18N words = new UploadI18N();
    words.setAddFiles(new UploadI18N.AddFiles().setOne(t("exchange.upload.choose")));
    words.setDropFiles(new UploadI18N.DropFiles().setOne(t("exchange.upload.drop")));
    words.setError(
        new UploadI18N.Error()
            .setFileIsTooBig(t("exchange.upload.rejected"))
            .setTooManyFiles(t("exchange.upload.one")));
    words.setUploading(
        new UploadI18N.Uploading()
            .setStatus(
                new UploadI18N.Uploading.Status()
                    .setConnecting(t("exchange.upload.connecting"))
                    .setStalled(t("exchange.upload.stalled"))
                    .setProcessing(t("exchange.upload.processing"))
                    .setHeld(t("exchange.upload.connecting")))
            .setRemainingTime(
                new UploadI18N.Uploading.RemainingTime()
                    .setPrefix(t("exchange.upload.remaining"))
                    .setUnknown(t("exchange.upload.remaining_unknown")))
            .setError(
                new UploadI18N.Uploading.Error()
                    .setServerUnavailable(t("exchange.upload.failed"))
                    .setUnexpectedServerError(t("exchange.upload.failed"))
                    .setForbidden(t("exchange.upload.failed"))));
    words.setFile(
        new UploadI18N.File()
            .setRetry(t("exchange.upload.retry"))
            .setStart(t("exchange.upload.start"))
            .setRemove(t("exchange.upload.remove")));
    words.setUnits(List.of("B", "kB", "MB", "GB"), 1000);
    return words;
  }
}
