/* Networks as thinc writes them: what is not of the right kind, shape or size is refused. */
#include "check.h"
#include "convert/thinc_model.h"

/* What differs from one linear layer with a good W of 2 x 3; 0 and NULL: nothing. */
struct layer {
    const char *name, *param, *type, *kind;
    uint32_t shape[3];
    size_t floats;
    float value;
    bool bare;      /* the layer has no array */
    bool not_array; /* "nd" is false */
    bool foreign;   /* the layer holds a shim */
    int more_nodes; /* in that list alone */
};

static void put_text(msgpack_packer *k, const char *text) {
    msgpack_pack_str_with_body(k, text, strlen(text));
}

static void put_bin(msgpack_packer *k, const void *bytes, size_t n) {
    msgpack_pack_bin_with_body(k, bytes, n);
}

static void put_array(msgpack_packer *k, const struct layer *l) {
    static const uint32_t good[3] = {2, 3};
    const uint32_t *shape = l->shape[0] ? l->shape : good;
    const char *type = l->type ? l->type : "<f4", *kind = l->kind ? l->kind : "";
    size_t rank = 0, count = l->floats ? l->floats : 6;
    float floats[16] = {0};
    while (rank < 3 && shape[rank])
        rank++;
    floats[5] = l->value != 0 ? l->value : 1.5f;
    msgpack_pack_map(k, 5);
    put_bin(k, "nd", 2);
    if (l->not_array)
        msgpack_pack_false(k);
    else
        msgpack_pack_true(k);
    put_bin(k, "type", 4);
    put_text(k, type);
    put_bin(k, "kind", 4);
    put_bin(k, kind, strlen(kind));
    put_bin(k, "shape", 5);
    msgpack_pack_array(k, rank);
    for (size_t d = 0; d < rank; d++)
        msgpack_pack_uint32(k, shape[d]);
    put_bin(k, "data", 4);
    put_bin(k, floats, count * sizeof *floats);
}

static void put_network(msgpack_packer *k, const struct layer *l) {
    const int nodes = 1 + l->more_nodes;
    msgpack_pack_map(k, 4);
    put_text(k, "nodes");
    msgpack_pack_array(k, (size_t)nodes);
    for (int i = 0; i < nodes; i++) {
        msgpack_pack_map(k, 2);
        put_text(k, "name");
        put_text(k, l->name ? l->name : "linear");
        put_text(k, "dims");
        msgpack_pack_map(k, 2);
        put_text(k, "nO");
        msgpack_pack_int(k, 2);
        put_text(k, "nI");
        msgpack_pack_nil(k);
    }
    put_text(k, "attrs");
    msgpack_pack_array(k, 1);
    msgpack_pack_map(k, 3);
    put_text(k, "seed");
    put_bin(k, "\x08", 1);
    put_text(k, "columns");
    put_bin(k, "\x92\xa4NORM\xa5SHAPE", 12);
    put_text(k, "pickled");
    put_bin(k, "\xc7\x03\x50pkl", 6);
    put_text(k, "params");
    msgpack_pack_array(k, 1);
    msgpack_pack_map(k, l->bare ? 0 : 1);
    if (!l->bare) {
        put_text(k, l->param ? l->param : "W");
        put_array(k, l);
    }
    put_text(k, "shims");
    msgpack_pack_array(k, 1);
    msgpack_pack_array(k, l->foreign);
    if (l->foreign)
        put_bin(k, "x", 1);
}

static int open_layer(struct thinc_model *out, msgpack_sbuffer *b, struct arena *a,
                      const struct layer *l, struct ts_error *err) {
    struct mem mem = mem_system();
    msgpack_packer k;
    arena_init(a, &mem, 0);
    msgpack_sbuffer_init(b);
    msgpack_packer_init(&k, b, msgpack_sbuffer_write);
    put_network(&k, l);
    return thinc_open(out, a, (struct str){b->data, b->size}, "the network", err);
}

static void test_good(void) {
    const struct layer linear = {0};
    struct arena a;
    struct thinc_model m;
    struct thinc_layer l;
    struct ts_error err = {0};
    msgpack_sbuffer b;
    uint32_t x = 0, n = 0;
    const float *w = NULL;
    struct str *texts = NULL;
    if (CHECK_INT(open_layer(&m, &b, &a, &linear, &err), TS_OK)) {
        CHECK_INT(thinc_expect(&m, "linear", 1, &err), TS_OK);
        CHECK_INT(thinc_expect(&m, "linear", 2, &err), TS_E_FORMAT);
        CHECK_INT(thinc_expect(&m, "softmax", 0, &err), TS_OK);
        CHECK_INT(thinc_layer(&l, &m, "linear", 1, &err), TS_E_FORMAT);
        CHECK_INT(thinc_layer(&l, &m, "linear", 0, &err), TS_OK);
        CHECK_INT(thinc_dim(&x, &l, "nO", &err), TS_OK);
        CHECK_INT(x, 2);
        CHECK_INT(thinc_dim(&x, &l, "nI", &err), TS_E_FORMAT);
        CHECK_INT(thinc_dim(&x, &l, "nP", &err), TS_E_FORMAT);
        CHECK_INT(thinc_uint(&x, &l, "seed", &err), TS_OK);
        CHECK_INT(x, 8);
        CHECK_INT(thinc_uint(&x, &l, "columns", &err), TS_E_FORMAT);
        CHECK_INT(thinc_uint(&x, &l, "pickled", &err), TS_E_FORMAT);
        CHECK_INT(thinc_uint(&x, &l, "none", &err), TS_E_FORMAT);
        CHECK_INT(thinc_texts(&texts, &n, &l, "columns", &err), TS_OK);
        if (CHECK_INT(n, 2))
            CHECK_STR(texts[1].at, texts[1].n, "SHAPE");
        CHECK_INT(thinc_array(&w, &l, "W", 2, (uint32_t[]){2, 3}, &err), TS_OK);
        CHECK(w && w[5] == 1.5f);
        CHECK_INT(thinc_array(&w, &l, "b", 2, (uint32_t[]){2, 3}, &err), TS_E_FORMAT);
        CHECK_INT(thinc_array(&w, &l, "W", 2, (uint32_t[]){3, 2}, &err), TS_E_FORMAT);
        CHECK_INT(thinc_array(&w, &l, "W", 1, (uint32_t[]){2}, &err), TS_E_FORMAT);
        thinc_close(&m);
    }
    msgpack_sbuffer_destroy(&b);
    arena_clear(&a);
}

static void test_layers(void) {
    static const struct {
        const char *name;
        bool array, good;
    } rows[] = {
        {"linear", true, true},
        {"dropout", false, true},
        {"dropout", true, false}, /* has no weights */
        {"residual(expand_window>>maxout>>layernorm>>dropout)", false, true},
        {"residual(expand_window>>maxout>>layernorm>>dropout)", true, false},
        {"ints-getitem>>hashembed|ints-getitem>>hashembed", false, true},
        {"relu", false, false},
        {"residual(relu)", false, false},
        {"linear>>gelu", false, false},
        {"", false, false},
        {">>", false, false},
        {"linearx", true, false},
    };
    CHECK_ROWS (i, rows) {
        struct layer layer = {.name = rows[i].name, .bare = !rows[i].array};
        struct arena a;
        struct thinc_model m;
        msgpack_sbuffer b;
        struct ts_error err = {0};
        int status = open_layer(&m, &b, &a, &layer, &err);
        CHECK_INT(status, rows[i].good ? TS_OK : TS_E_FORMAT);
        if (status == TS_OK)
            thinc_close(&m);
        msgpack_sbuffer_destroy(&b);
        arena_clear(&a);
    }
}

static void test_arrays(void) {
    static const struct {
        struct layer layer;
        bool opens; /* what is wrong is only seen when the array is asked for */
    } rows[] = {
        {{.type = "<f8"}, true},
        {{.type = ">f4"}, true},
        {{.type = "|O"}, true},
        {{.kind = "O"}, true},
        {{.not_array = true}, true},
        {{.shape = {2, 3, 1}}, true},
        {{.shape = {6}}, true},
        {{.shape = {2, 4}}, true},
        {{.floats = 5}, true},
        {{.floats = 7}, true},
        {{.value = (float)(1e308 * 10)}, true},
        {{.param = "V"}, true},
        {{.foreign = true}, false},
        {{.more_nodes = 1}, false},
        {{.more_nodes = -1}, false},
    };
    CHECK_ROWS (i, rows) {
        struct arena a;
        struct thinc_model m;
        struct thinc_layer l;
        msgpack_sbuffer b;
        struct ts_error err = {0};
        const float *w;
        int status = open_layer(&m, &b, &a, &rows[i].layer, &err);
        CHECK_INT(status, rows[i].opens ? TS_OK : TS_E_FORMAT);
        if (status == TS_OK) {
            CHECK_INT(thinc_layer(&l, &m, "linear", 0, &err), TS_OK);
            CHECK_INT(thinc_array(&w, &l, "W", 2, (uint32_t[]){2, 3}, &err), TS_E_FORMAT);
            CHECK(strstr(err.message, "the network") != NULL);
            thinc_close(&m);
        }
        msgpack_sbuffer_destroy(&b);
        arena_clear(&a);
    }
}

static void test_no_network(void) {
    const struct str rows[] = {
        STR(""),
        STR("\xc0"),
        STR("\x90"),
        STR("\x80"),
        STR("\x81\xa5nodes\x90"),
        STR("\x84\xa5nodes\x91\x80\xa5"
            "attrs\x91\x80\xa6params\x91\x80\xa5shims\x91\x90"),
        STR("\x84\xa5nodes\x91\xc0\xa5"
            "attrs\x91\xc0\xa6params\x91\xc0\xa5shims\x91\xc0"),
    };
    CHECK_ROWS (i, rows) {
        struct mem mem = mem_system();
        struct arena a;
        struct thinc_model m;
        arena_init(&a, &mem, 0);
        CHECK_INT(thinc_open(&m, &a, rows[i], "x", NULL), TS_E_FORMAT);
        arena_clear(&a);
    }
}

CHECK_MAIN({"layers, dimensions, attributes and arrays are found", test_good},
           {"layers of kinds that are not known are refused", test_layers},
           {"arrays of another type, shape or size are refused", test_arrays},
           {"what is no network is refused", test_no_network})
