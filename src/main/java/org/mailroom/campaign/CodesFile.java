package org.mailroom.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code codes.yaml}: the code lists by id. */
record CodesFile(Entry root) {
    CodeLists codes() {
        Map<String, List<CodeLists.Code>> lists = new LinkedHashMap<>();
        for (String list : root.keys()) {
            lists.put(list, codes(list));
        }
        return new CodeLists(lists);
    }

    private List<CodeLists.Code> codes(String list) {
        Once names = new Once();
        List<CodeLists.Code> codes = new ArrayList<>();
        for (Entry entry : root.entries(list)) {
            entry.allowOnly("name", "aliases", "group");
            CodeLists.Code code =
                    new CodeLists.Code(entry.text("name"), entry.texts("aliases"), entry.optionalText("group"));
            names.add(code.name(), '"' + code.name() + '"', entry, "name");
            code.aliases().forEach(alias -> names.add(alias, '"' + code.name() + '"', entry, "aliases"));
            codes.add(code);
        }
        if (codes.isEmpty()) {
            throw root.wrong(list, "must be a list of at least one code");
        }
        return List.copyOf(codes);
    }
}
