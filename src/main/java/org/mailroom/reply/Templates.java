package org.mailroom.reply;

import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.OutputFormat;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.core.UndefinedOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The mail templates of one language. A template is rendered twice, with {@code layout/text.ftl} and with
 * {@code layout/html.ftl} in the place of {@code page}: one source of words. Templates reach no Java class.
 */
final class Templates {
    private final String language;
    private final Configuration text;
    private final Configuration html;

    /**
     * Loads and parses all templates, so that a mistake in one stops the start.
     *
     * @param folder holds {@code layout} and one folder a language
     * @throws TemplateFault if one is missing or cannot be parsed
     */
    Templates(Path folder, Locale locale) {
        language = locale.getLanguage();
        text = configuration(folder, UndefinedOutputFormat.INSTANCE, "layout/text.ftl", locale);
        html = configuration(folder, HTMLOutputFormat.INSTANCE, "layout/html.ftl", locale);
        for (String name : new String[] {"style.ftl", "words.ftl", "mail.ftl", "subject.ftl"}) {
            load(text, name);
            load(html, name);
        }
        for (Kind kind : Kind.values()) {
            load(text, kind.key() + ".ftl");
        }
        load(text, "layout/text.ftl");
        load(html, "layout/html.ftl");
        load(html, "layout/edited.ftl");
    }

    String subject(Map<String, Object> facts) {
        return render(text, "subject.ftl", facts).strip();
    }

    String text(Map<String, Object> facts) {
        return render(text, "mail.ftl", facts).strip() + "\n";
    }

    String html(Map<String, Object> facts) {
        return render(html, "mail.ftl", facts).strip().replaceAll("\\n\\s*\\n", "\n") + "\n";
    }

    /** The HTML of a mail whose text a person has changed. */
    String edited(List<String> lines) {
        return render(html, "layout/edited.ftl", Map.of("lines", lines)).strip().replaceAll("\\n\\s*\\n", "\n") + "\n";
    }

    private Configuration configuration(Path folder, OutputFormat format, String layout, Locale locale) {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        try {
            configuration.setTemplateLoader(new MultiTemplateLoader(new TemplateLoader[] {
                new FileTemplateLoader(folder.resolve(language).toFile()), new FileTemplateLoader(folder.toFile())
            }));
        } catch (IOException absent) {
            throw new TemplateFault(language, 1, "a folder of templates is expected in " + folder, absent);
        }
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setLocale(locale);
        configuration.setLocalizedLookup(false);
        configuration.setOutputFormat(format);
        configuration.setNumberFormat("computer");
        configuration.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.addAutoImport("style", "style.ftl");
        configuration.addAutoImport("page", layout);
        configuration.addAutoImport("say", "words.ftl");
        return configuration;
    }

    private void load(Configuration configuration, String name) {
        try {
            configuration.getTemplate(name);
        } catch (ParseException fault) {
            throw fault(fault);
        } catch (IOException absent) {
            throw new TemplateFault(language + "/" + name, 1, "the template is expected and cannot be read", absent);
        }
    }

    private String render(Configuration configuration, String name, Map<String, Object> facts) {
        StringWriter out = new StringWriter();
        try {
            configuration.getTemplate(name).process(facts, out);
        } catch (TemplateException fault) {
            // The engine's own message can quote values; the expression and its place say enough (P9).
            String expression = fault.getBlamedExpressionString();
            throw new TemplateFault(
                    file(fault.getTemplateSourceName()),
                    line(fault.getLineNumber()),
                    "cannot be evaluated" + (expression == null ? "" : ": " + expression),
                    null);
        } catch (ParseException fault) {
            throw fault(fault);
        } catch (FileNotFoundException absent) {
            throw new TemplateFault(language + "/" + name, 1, "the template is expected and is absent", absent);
        } catch (IOException unreadable) {
            throw new TemplateFault(language + "/" + name, 1, "the template cannot be read", unreadable);
        }
        return out.toString();
    }

    private TemplateFault fault(ParseException fault) {
        return new TemplateFault(file(fault.getTemplateName()), fault.getLineNumber(), fault.getEditorMessage(), fault);
    }

    private String file(@Nullable String name) {
        String known = name == null ? "mail.ftl" : name;
        return known.startsWith("layout/") ? known : language + "/" + known;
    }

    private static int line(@Nullable Integer line) {
        return line == null ? 1 : line;
    }
}
